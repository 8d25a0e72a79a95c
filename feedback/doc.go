// Package feedback models statements, the feedback interview and its confirmation.
package feedback
