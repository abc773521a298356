package build

import "golang.org/x/sys/windows"

// busyErrors are how this system says that another program holds a file.
var busyErrors = []error{windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION}
