package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"bangvang/internal/publish"
)

// openSite opens the site's folder: nothing outside it can be read through the tree.
func (a *app) openSite() (tree fs.FS, closer func(), code int) {
	info, err := os.Stat(a.site)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, a.usage(a.say("không có thư mục «"+a.site+"»", "there is no folder “"+a.site+"”"))
	case err == nil && !info.IsDir():
		return nil, nil, a.usage(a.say("«"+a.site+"» không phải là thư mục", "“"+a.site+"” is not a folder"))
	}
	root, err := os.OpenRoot(a.site)
	if err != nil {
		return nil, nil, a.machine(fmt.Errorf("opening %s: %w", a.site, err))
	}
	return root.FS(), func() { _ = root.Close() }, exitOK
}

// roots are the folders whose files make the portal.
func (a *app) roots() []string {
	return []string{filepath.Join(a.site, "content"), filepath.Join(a.site, "templates")}
}

// inWords says an error of the machine without Go's words.
func (a *app) inWords(err error) string { return publish.Describe(err, a.lang) }
