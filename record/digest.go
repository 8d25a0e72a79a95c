package record

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// A Digest is a SHA-256 in hexadecimal over the canonical form of a value. Equal values
// have equal digests: 1.50 and 1.5, and JSON objects whatever the order of their keys.
type Digest string

// DigestOf is the digest of v as JSON. The name of what is being digested goes into it,
// so that a digest of one thing never passes for that of another.
func DigestOf(name string, v any) (Digest, error) {
	canonical, err := Canonical(v)
	if err != nil {
		return "", err
	}
	return digest(name, canonical), nil
}

// Seal is [DigestOf] for a value that always has a JSON form; it is empty for one that
// has none, and no signature covers that.
func Seal(name string, v any) Digest {
	d, err := DigestOf(name, v)
	if err != nil {
		return ""
	}
	return d
}

// Canonical is v as compact JSON with sorted keys. A [json.RawMessage] is brought into
// the same form, so what a database gives back in another order digests alike.
func Canonical(v any) ([]byte, error) {
	raw, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("record: canonical form: %w", err)
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var tree any
	if err := decoder.Decode(&tree); err != nil {
		return nil, fmt.Errorf("record: canonical form: %w", err)
	}
	return json.Marshal(tree) // maps are written with sorted keys
}

func digest(name string, parts ...[]byte) Digest {
	h := sha256.New()
	for _, part := range append([][]byte{[]byte(name)}, parts...) {
		// Each part is preceded by its length, so that no two lists of parts run together alike.
		fmt.Fprintf(h, "%d:", len(part))
		h.Write(part)
	}
	return Digest(hex.EncodeToString(h.Sum(nil)))
}
