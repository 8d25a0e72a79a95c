package rating

import (
	"errors"
	"iter"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
)

// A Person is one of a population that two policies are tried on.
type Person struct {
	ID string
	// Figures and Judged are a row, as [Scorer.Rate] takes it. They are read before the
	// next person is asked for, so that one row can serve them all.
	Figures []Figure
	Judged  []string
	// Bonus is what a bonus coefficient of 1 pays the person; missing: nothing.
	Bonus Figure
}

// A Standing is where a policy puts somebody: a level and a score, or the reason why it
// can't.
type Standing struct {
	Level   string
	Score   Figure
	Refused error
}

// A Move is somebody whose level two policies do not agree on, one of whom may have none.
type Move struct {
	ID            string
	Before, After Standing
}

// A Simulation is what a change of the rules does to a population (R6).
type Simulation struct {
	// From and To are the codes of the levels of the old policy and the new one, from the
	// best to the worst; the last, empty one is of those who can't be rated.
	From []string `json:"from"`
	To   []string `json:"to"`
	// People counts who is at From[i] by the old policy and at To[j] by the new one.
	People [][]int64 `json:"people"`
	// Bonus adds up what a coefficient of 1 pays them.
	Bonus [][]decimal.Decimal `json:"bonus"`
	Total int64               `json:"total"`
	// Moved counts those whose levels differ.
	Moved int64 `json:"moved"`
}

// Simulate rates a population by two policies and counts who goes from which level to
// which (R6). Each person is rated twice and forgotten, so any number can be streamed
// through. Who moves is told as it happens, unless moved is nil. Levels are the same when
// their codes are. An error of the population ends the simulation.
func Simulate(old, next *Rules, columns Columns, people iter.Seq2[Person, error], moved func(Move)) (Simulation, error) {
	before, err := old.Scorer(columns)
	if err != nil {
		return Simulation{}, err
	}
	after, err := next.Scorer(columns)
	if err != nil {
		return Simulation{}, err
	}
	s := Simulation{From: old.levels(), To: next.levels()}
	bonus := make([][]tally, len(s.From))
	for i := range s.From {
		s.People = append(s.People, make([]int64, len(s.To)))
		bonus[i] = make([]tally, len(s.To))
	}
	for person, err := range people {
		if err != nil {
			return Simulation{}, err
		}
		from, err := before.stand(person)
		if err != nil {
			return Simulation{}, err
		}
		to, err := after.stand(person)
		if err != nil {
			return Simulation{}, err
		}
		i, j := slices.Index(s.From, from.Level), slices.Index(s.To, to.Level)
		s.People[i][j]++
		s.Total++
		if err := bonus[i][j].add(person.Bonus); err != nil {
			return Simulation{}, err
		}
		if from.Level != to.Level {
			s.Moved++
			if moved != nil {
				moved(Move{ID: person.ID, Before: from, After: to})
			}
		}
	}
	for _, row := range bonus {
		sums := make([]decimal.Decimal, len(row))
		for j := range row {
			sums[j] = row[j].sum()
		}
		s.Bonus = append(s.Bonus, sums)
	}
	return s, nil
}

// levels are the codes of the scale, and the empty one of those who can't be rated.
func (r *Rules) levels() []string {
	codes := make([]string, 0, len(r.policy.Scale.Levels)+1)
	for _, l := range r.policy.Scale.Levels {
		codes = append(codes, l.Code)
	}
	return append(codes, "")
}

// stand is where somebody is put. A row that does not fit the columns is nobody's fault
// but the caller's, and an error.
func (s *Scorer) stand(p Person) (Standing, error) {
	level, score, err := s.Rate(p.Figures, p.Judged)
	if err != nil && (!errors.Is(err, fault.ErrInvalid) || fault.Of(err).Has(rowLength.Code)) {
		return Standing{}, err
	}
	return Standing{Level: level, Score: score, Refused: err}, nil
}

// Budget is what the bonuses come to by the old policy and by the new one, at the
// coefficients that each pays its levels. Who can't be rated gets none. A coefficient that
// is missing for a level that somebody has is refused, as is one out of bounds.
func (s Simulation) Budget(before, after map[string]decimal.Decimal) (old, next decimal.Decimal, err error) {
	var v fault.Violations
	old = s.pay(&v, "before", before, s.From, func(level, other int) (int64, decimal.Decimal) {
		return s.People[level][other], s.Bonus[level][other]
	}, len(s.To))
	next = s.pay(&v, "after", after, s.To, func(level, other int) (int64, decimal.Decimal) {
		return s.People[other][level], s.Bonus[other][level]
	}, len(s.From))
	if len(v) > 0 {
		return decimal.Decimal{}, decimal.Decimal{}, v
	}
	return old, next, nil
}

func (s Simulation) pay(v *fault.Violations, path string, coefficients map[string]decimal.Decimal, levels []string,
	at func(level, other int) (int64, decimal.Decimal), others int,
) decimal.Decimal {
	budget := decimal.Zero
	for i, code := range levels {
		if code == "" {
			continue
		}
		coefficient, given := coefficients[code]
		if err := number.Check(coefficient); err != nil {
			v.Nest(fault.Field(path, code), err)
			continue
		}
		for j := range others {
			people, bonus := at(i, j)
			if people > 0 && !given {
				v.Add(fault.Field(path, code), coefficientRequired, "level", code)
				break
			}
			budget = budget.Add(bonus.Mul(coefficient))
		}
	}
	return budget
}

// A tally adds up figures, in an integer as long as they fit.
type tally struct {
	units int64
	exact decimal.Decimal
}

func (t *tally) add(f Figure) error {
	if !f.Known() {
		return nil
	}
	units, ok := f.at(leastPlaces)
	if !ok {
		d := f.Decimal()
		if err := number.Check(d); err != nil {
			var v fault.Violations
			v.Nest("bonus", err)
			return v
		}
		t.exact = t.exact.Add(d)
		return nil
	}
	if t.units += units; t.units > maxUnits || t.units < -maxUnits {
		t.exact, t.units = t.sum(), 0
	}
	return nil
}

func (t *tally) sum() decimal.Decimal { return t.exact.Add(decimal.New(t.units, -leastPlaces)) }
