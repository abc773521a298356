//go:build !windows

package build

// busyErrors are how this system says that another program holds a file, beside what all systems say.
var busyErrors []error
