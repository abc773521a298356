package main

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"

	"bangvang/internal/build"
	"bangvang/internal/publish"
	"bangvang/internal/revision"
)

// openSite opens the site's folder: nothing outside it can be read through the tree.
func (a *app) openSite() (site fs.FS, closer func(), code int) {
	info, err := os.Stat(a.site)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, a.usage(a.say("không có thư mục «"+a.site+"»", "there is no folder “"+a.site+"”"))
	case err == nil && !info.IsDir():
		return nil, nil, a.usage(a.say("«"+a.site+"» không phải là thư mục", "“"+a.site+"” is not a folder"))
	}
	t, err := openTree(a.site)
	if err != nil {
		return nil, nil, a.machine(fmt.Errorf("opening %s: %w", a.site, err))
	}
	return t, func() { _ = t.Close() }, exitOK
}

// outIsApart reports whether the portal can be written without touching its sources: the out folder is not the
// site's or one above it, and not in content or templates. If not, that has been said.
func (a *app) outIsApart() bool {
	out := plainPath(a.outDir())
	apart := !holds(out, plainPath(a.site))
	for _, root := range a.roots() {
		apart = apart && !holds(plainPath(root), out)
	}
	if !apart {
		a.usage(a.say("không thể ghi cổng vào «"+a.outDir()+"»: ở đó có tệp nguồn; hãy chọn một thư mục riêng, ví dụ --out public",
			"the portal can't be written to “"+a.outDir()+"”: its sources stand there; choose a folder of its own, such as --out public"))
	}
	return apart
}

// cacheIsApart reports whether the cache's folder, where it is named, stays out of the sources and of the portal: it would be
// taken for content, or be published. If not, that has been said.
func (a *app) cacheIsApart() bool {
	if a.cache == "" || a.noCache {
		return true
	}
	dir := plainPath(a.cache)
	for _, root := range append(a.roots(), a.outDir()) {
		if holds(plainPath(root), dir) {
			a.usage(a.say("không thể đặt bộ nhớ đệm ở «"+a.cache+"»: ở đó là tệp nguồn hoặc cổng đã dựng; hãy chọn một thư mục riêng",
				"the cache can't stand at “"+a.cache+"”: the sources or the portal stand there; choose a folder of its own"))
			return false
		}
	}
	return true
}

// plainPath returns a path absolute and without symlinks, as far as it exists.
func plainPath(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	if plain, err := filepath.EvalSymlinks(abs); err == nil {
		return plain
	}
	if parent := filepath.Dir(abs); parent != abs {
		return filepath.Join(plainPath(parent), filepath.Base(abs))
	}
	return abs
}

// holds reports whether a folder is the other path or above it.
func holds(folder, path string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && (rel == "." || filepath.IsLocal(rel))
}

// roots are the folders whose files make the portal.
func (a *app) roots() []string {
	return []string{filepath.Join(a.site, "content"), filepath.Join(a.site, "templates")}
}

// inWords says an error of the machine without Go's words.
func (a *app) inWords(err error) string {
	var refused *net.OpError
	if errors.As(err, &refused) {
		return a.say(
			fmt.Sprintf("không mở được cổng mạng %s: có thể chương trình khác đang dùng; thử --addr 127.0.0.1:8081", a.addr),
			fmt.Sprintf("can't listen on %s: another program may be using it; try --addr 127.0.0.1:8081", a.addr))
	}
	var stale *build.Stale
	if errors.As(err, &stale) && stale.Kept {
		return a.say(
			fmt.Sprintf("có tệp nguồn vừa được lưu trong lúc dựng (%s); hãy dựng lại, nếu vẫn vậy thì thêm --no-cache", stale.What),
			fmt.Sprintf("a source was saved during the build (%s); build again, and where that does not help with --no-cache", stale.What))
	}
	if stale != nil {
		return a.say(
			fmt.Sprintf("bộ nhớ đệm không khớp với bản dựng từ đầu (%s); hãy dựng với --no-cache, xóa thư mục đệm, và báo lại lỗi này", stale.What),
			fmt.Sprintf("the cache differs from a build from nothing (%s); build with --no-cache, remove the cache's folder, and report this fault", stale.What))
	}
	if text, ok := revision.Describe(err, a.lang); ok {
		return text
	}
	text := publish.Describe(err, a.lang)
	var at *fs.PathError
	if named := (*publish.Fault)(nil); errors.As(err, &at) && !errors.As(err, &named) {
		return filepath.ToSlash(at.Path) + ": " + text
	}
	return text
}
