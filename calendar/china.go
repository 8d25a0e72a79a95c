package calendar

import "sync"

// China is the working-day calendar of mainland China for 2023 to 2026: the statutory
// holidays and the make-up days (调休) as the General Office of the State Council
// arranges them year by year. A date in another year is refused, also in the coming
// one until its notice is out and listed here; [Company] can state single days before that.
func China() Working { return china() }

var china = sync.OnceValue(func() country { return newCountry(chinaHolidays()) })

// A notice is the arrangement for one year.
type notice struct {
	year   int
	off    [][3]int // month, first day, number of days
	makeUp [][2]int // month, day
}

// notices are 国务院办公厅关于…年部分节假日安排的通知, in their own order: 元旦, 春节,
// 清明节, 劳动节, 端午节, 中秋节, 国庆节.
var notices = []notice{
	{ // 国办发明电〔2022〕16号, 2022-12-08; the first holiday of three days began on 2022-12-31
		year:   2023,
		off:    [][3]int{{1, 1, 2}, {1, 21, 7}, {4, 5, 1}, {4, 29, 5}, {6, 22, 3}, {9, 29, 8}},
		makeUp: [][2]int{{1, 28}, {1, 29}, {4, 23}, {5, 6}, {6, 25}, {10, 7}, {10, 8}},
	},
	{ // 国办发明电〔2023〕7号, 2023-10-25
		year:   2024,
		off:    [][3]int{{1, 1, 1}, {2, 10, 8}, {4, 4, 3}, {5, 1, 5}, {6, 10, 1}, {9, 15, 3}, {10, 1, 7}},
		makeUp: [][2]int{{2, 4}, {2, 18}, {4, 7}, {4, 28}, {5, 11}, {9, 14}, {9, 29}, {10, 12}},
	},
	{ // 国办发明电〔2024〕12号, 2024-11-12; 中秋节 falls into 国庆节
		year:   2025,
		off:    [][3]int{{1, 1, 1}, {1, 28, 8}, {4, 4, 3}, {5, 1, 5}, {5, 31, 3}, {10, 1, 8}},
		makeUp: [][2]int{{1, 26}, {2, 8}, {4, 27}, {9, 28}, {10, 11}},
	},
	{ // 国办发明电〔2025〕7号, 2025-11-04
		year:   2026,
		off:    [][3]int{{1, 1, 3}, {2, 15, 9}, {4, 4, 3}, {5, 1, 5}, {6, 19, 3}, {9, 25, 3}, {10, 1, 7}},
		makeUp: [][2]int{{1, 4}, {2, 14}, {2, 28}, {5, 9}, {9, 20}, {10, 10}},
	},
}

// chinaHolidays is the notices as the data that another country would bring.
func chinaHolidays() Holidays {
	var h Holidays
	for _, n := range notices {
		h.Years = append(h.Years, n.year)
		for _, run := range n.off {
			first := Date{int16(n.year), uint8(run[0]), uint8(run[1])}
			for i := range run[2] {
				h.Off = append(h.Off, first.AddDays(i))
			}
		}
		for _, day := range n.makeUp {
			h.MakeUp = append(h.MakeUp, Date{int16(n.year), uint8(day[0]), uint8(day[1])})
		}
	}
	return h
}
