// Package goal models what an employee, a unit or the company commits to reach in a
// period, from the draft to the result.
//
// Someone sets a goal by [New], from a [Draft] with its [Terms]: what is to be reached,
// why, by when, and by which [Measure]s it is told. An employee's goals stand in a
// [Plan] with weights that add up to 100 %. It is proposed, signed by employee and
// manager, and active from then on; a signature holds for exactly the content that was
// signed, and the [Confirmation] shows which do. A [Template] of the library gives many
// people their plans at once. On the way a [CheckIn] tells by its [Pace] early whether a
// goal is at risk, and a [Projection] where it will come to; a [Revision] changes terms
// that the world has overtaken, keeping those that were. At the end a goal is closed with
// the [Result] that its figures, its steps or a judgement give it, the plan with the score
// of them all and of what counts outside the weights ([Extras]), and what was not reached
// is carried over ([Plan.CarryOver]).
//
// All of these are plain values. Methods such as [Goal.Sign] return a new value or an
// error; the receiver never changes. The package does no I/O, reads no clock and starts
// no goroutine. What can happen to a record in which state stands in [Lifecycle],
// [PlanLifecycle], [RevisionLifecycle] and [TemplateLifecycle].
//
// Goals carry each other, from the company to the individual, and depend on each other:
// [Align] makes a graph of any number of them, which shows what nobody carries, rolls
// figures up and shares targets out.
//
// [Service] does the same over stores, behind an access policy ([Policy]), with
// everything that belongs together in one transaction.
package goal
