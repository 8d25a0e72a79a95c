// Package goal models what an employee, a unit or the company commits to reach in a
// period, from the draft to the result.
//
// All of these are plain values. Methods such as [Goal.Sign] return a new value or an error;
// the receiver never changes. The package does no I/O, reads no clock and starts no
// goroutine. What can happen to a record in which state stands in [Lifecycle],
// [PlanLifecycle], [RevisionLifecycle] and [TemplateLifecycle].
//
// # Goals
//
// Someone sets a goal by [New], from a [Draft] with its [Terms]: what is to be reached,
// why, by when and how. Its [Form] says by what it is told whether it was reached: a KPI
// and an OKR by [Measure]s, exact figures in units; a milestone goal by its [Step]s; a
// qualitative one by a rubric; one of development by evidence of what was learnt.
//
// # Plans
//
// An employee's goals stand in a [Plan] with weights that add up to exactly 100 %
// ([ShareRest] makes up what is missing), beside what counts outside the weights
// ([Extras]). A [Template] of the library gives many people their plans at once. A plan is
// proposed, signed by employee and manager, and active from then on; a signature holds for
// exactly the content that was signed, and the [Confirmation] shows which do.
//
// # On the way
//
// A [CheckIn] holds what was found against the [Path] that was expected; its [Pace] tells
// early whether a goal is at risk, and [Goal.Project] where it will come to. A [Rhythm]
// says when check-ins are due, and what is owed. A [Revision] changes terms that the world
// has overtaken; [Goal.Versions] says what was in force when.
//
// # At the end
//
// A goal is closed with the [Result] that its figures ([Goal.Conclude]), its steps
// ([Goal.StepResult]) or a judgement ([Terms.Judge]) give it, the plan with the score of
// them all and of what counts outside the weights ([Plan.Score]). What was not reached can
// be carried over into the next period ([Plan.CarryOver]).
//
// # Alignment
//
// Goals carry each other, from the company to the individual, and depend on each other:
// [Align] makes a graph of any number of them, which shows what nobody carries, rolls
// figures up and shares targets out.
//
// # Service
//
// [Service] does the same over stores, behind an access policy ([Policy]), with everything
// that belongs together in one transaction.
package goal
