package wording

import "github.com/meritkit/meritkit/internal/lingo"

// A class is what a word can do in feedback; a word may do several things.
type class uint64

const (
	ever        class = 1 << iota // 总是, always: says so of every case
	each                          // 每次, every time: the case follows
	steady                        // 一直, constantly: within one event it is a plain fact
	nagging                       // 老是, keep …ing: said of what annoys
	never                         // 从不, never: says so of no case
	whit                          // 一点都不: not in the least
	bad                           // 迟到, interrupt: what one is blamed for
	good                          // 及时, on time: what one is praised for
	neg                           // 不, not
	without                       // without
	given                         // 如果, if
	why                           // 怎么, why
	must                          // 必须, must
	norm                          // 规定, policy
	mention                       // 这个词, the word
	when                          // 时, when: what stands before or after it is the case, not the conduct
	you                           // 你
	other                         // 他, 经理: a person spoken of
	self                          // 我
	thing                         // 系统, server
	article                       // the, this
	work                          // 报告, code: what a person makes
	verdict                       // 不负责任, lazy
	trait                         // 态度, work ethic: a side of the person
	poor                          // 差, bad
	lack                          // 缺乏, lacks
	degree                        // 太, very
	slur                          // 废物, idiot
	contempt                      // stupid: an insult to a person, and only then
	sneer                         // 呵呵, great job …ing
	occasion                      // 昨天, in the meeting
	future                        // 下周, next month
	figure                        // 3, three
	counter                       // 次, 份: counts
	duration                      // 天, 小时
	hyperbole                     // 一百遍
	past                          // sent, 了: it has happened
	gerund                        // an -ing form
	third                         // an -s form
	adverb                        // an -ly word
	named                         // 这次, 那份: one among many
	evidence                      // 日志显示, I noticed
	cause                         // 导致, which meant
	effect                        // 返工, refund: what comes of things
	feeling                       // 失望, frustrated
	feel                          // 感到, feel
	others                        // 客户, 团队, the team
	suggest                       // 建议, please, could you
	thin                          // 注意点: asks for nothing in particular
	act                           // rehearse: a verb that begins a request
	noun                          // a compound that no rule may take apart
	letters                       // a word of letters
	han                           // a Chinese word
	quotation                     // of a clause: it quotes
	numeralWord                   // 一 and the like
	habit                         // 常常, often
	heed                          // 当回事: a verdict once it is negated
	follow                        // and, towards: what follows is no noun
	asked                         // 要求过, asked you to: a request of the past
	person      = you | other
)

// A vocabulary is words of one class, as [lingo.Words] has them; verbs are given by their
// stem, as [lingo.Inflect] has it.
type vocabulary struct {
	class class
	words string
	verbs bool
}

// lexicon is built once from the tables of words and only read from then on.
var lexicon = compile(absolutes, signals, subjects, verdicts, character, heeds, follows, slurs, insults, facts, impacts, consequences, improvements, compounds)

func compile(tables ...[]vocabulary) *lingo.Lexicon[class] {
	l := lingo.NewLexicon[class]()
	for _, table := range tables {
		for _, v := range table {
			for word := range lingo.Words(v.words) {
				if !v.verbs {
					*l.Word(word) |= v.class
					continue
				}
				for i, form := range lingo.Inflect(word) {
					*l.Word(form) |= v.class | [...]class{act, third, past, gerund}[i]
				}
			}
		}
	}
	return l
}
