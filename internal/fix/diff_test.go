package fix

import "testing"

// The library's diff knows lines by their being unique; what it takes out and puts in again did not change.
func TestALineThatStaysIsNoChange(t *testing.T) {
	for name, c := range map[string]struct{ before, after, want string }{
		"between two changes": {"a: 1\n- x\n- x\nb: 1\n", "a: 2\n- x\n- x\nb: 2\n", "@@ -1,4 +1,4 @@\n-a: 1\n+a: 2\n - x\n - x\n-b: 1\n+b: 2\n"},
		"nothing stays":       {"a\n", "b\n", "@@ -1,1 +1,1 @@\n-a\n+b\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := (File{Path: "x.md", To: "x.md", Before: []byte(c.before), After: []byte(c.after)}).Diff(); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
