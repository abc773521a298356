//go:build unix

package publish

// systemReasons are those that only this system has.
func systemReasons() []reason { return nil }
