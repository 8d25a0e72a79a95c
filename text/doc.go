// Package text holds what the library says to people, in Chinese and in English.
//
// A [Message] is a template with a stable code, declared once beside the rule that
// speaks it. [Message.With] fills it in and gives a [Text]: the sentence in both
// languages, its code and its arguments, as plain data that can be stored and read
// again years later. A [Label] is a name in both languages that the embedding program
// brings along, such as the name of a rating level.
//
// Nothing here is global: there is no registry to fill and no current language. The
// package does no I/O and is safe for concurrent use.
package text
