// Package rating turns figures into scores and scores into ratings, exactly, and says why.
package rating
