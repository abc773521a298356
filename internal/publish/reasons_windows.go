package publish

import "golang.org/x/sys/windows"

// systemReasons are those that only this system has.
func systemReasons() []reason {
	return []reason{
		{windows.ERROR_DISK_FULL, diskFull},
		{windows.ERROR_HANDLE_DISK_FULL, diskFull},
		{windows.ERROR_WRITE_PROTECT, readOnly},
		{windows.ERROR_FILENAME_EXCED_RANGE, tooLong},
		{windows.ERROR_SHARING_VIOLATION, inUse},
		{windows.ERROR_LOCK_VIOLATION, inUse},
		{windows.ERROR_TOO_MANY_OPEN_FILES, tooMany},
	}
}
