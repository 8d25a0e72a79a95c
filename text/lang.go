package text

import "strings"

// A Lang is a language that every text of the library exists in.
type Lang string

// The two languages. The zero Lang reads as English.
const (
	English Lang = "en"
	Chinese Lang = "zh"
)

// ParseLang reads a language tag such as zh, zh-CN, zh_Hant_TW, en or en-GB by its
// first part; ok is false when that is neither zh nor en, and the Lang is then English.
func ParseLang(tag string) (l Lang, ok bool) {
	first, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(tag)), "_", "-"), "-")
	switch first {
	case "zh":
		return Chinese, true
	case "en":
		return English, true
	}
	return English, false
}
