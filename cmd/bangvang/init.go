package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/scaffold"
	"bangvang/internal/site"
)

// exampleBase stands in site.yaml until the portal's address is known.
const exampleBase = "https://thidua.example.vn/"

type initFlags struct {
	title, organization string
	example             bool
}

func addInitFlags(a *app) {
	a.flags.StringVar(&a.init.organization, "organization", "", a.say("tên cơ quan; có thì máy không hỏi gì nữa", "the body that publishes; with it nothing is asked"))
	a.flags.StringVar(&a.init.title, "title", "", a.say("tên cổng", "the portal's name"))
	a.flags.BoolVar(&a.init.example, "example", false, a.say("kèm một phong trào minh hoạ để xem", "with an illustrative campaign to look at"))
}

// runInit makes a new site in an empty folder.
func runInit(a *app, args []string) int {
	if len(args) == 0 {
		return a.usage(a.say("thiếu tên thư mục, ví dụ: bangvang init thi-dua", "the folder is missing, for example: bangvang init thi-dua"))
	}
	dir := args[0]
	if in, err := firstIn(dir); err != nil {
		return a.machine(fmt.Errorf("opening %s: %w", dir, err))
	} else if in != "" {
		return a.usage(a.say("thư mục «"+dir+"» không trống (có «"+in+"»); hãy chọn một thư mục mới, không tệp nào bị động đến",
			"the folder “"+dir+"” is not empty (it has “"+in+"”); choose a new one; nothing was touched"))
	}
	o, ok := a.options()
	if !ok {
		return exitUsage
	}
	facts, ok := a.newSite(campaign.Day(o.Now.Format(time.DateOnly)))
	if !ok {
		return a.usage(a.say("chưa biết tên cơ quan; ghi bằng --organization", "the body is not known; name it with --organization"))
	}
	return a.makeSite(dir, facts)
}

// makeSite writes a new site and says what comes next.
func (a *app) makeSite(dir string, facts scaffold.Site) int {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return a.machine(err)
	}
	files := facts.Files()
	told := func(p string) bool { return p == "HUONG-DAN.md" || strings.HasPrefix(p, "content/") }
	if code := a.makeFiles(dir, files, told); code != exitOK {
		return code
	}
	fmt.Fprintln(a.out, a.say("và các tệp cài đặt cho git và trình soạn thảo VS Code", "and the settings of git and the editor VS Code"))
	a.afterInit(dir, facts)
	return exitOK
}

// firstIn returns a name in a folder that keeps a site from being made there, "" where nothing does: the program
// itself and what systems leave in a folder do not.
func firstIn(dir string) (string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	for _, e := range entries {
		if slices.Contains([]string{".git", ".DS_Store", "desktop.ini", "Thumbs.db"}, e.Name()) || isItself(filepath.Join(dir, e.Name())) {
			continue
		}
		return e.Name(), nil
	}
	return "", nil
}

// isItself reports whether a file is the running program.
func isItself(path string) bool {
	exe, err := os.Executable()
	if err != nil {
		return false
	}
	one, err1 := os.Stat(exe)
	two, err2 := os.Stat(path)
	return err1 == nil && err2 == nil && os.SameFile(one, two)
}

// newSite asks what the flags do not say.
func (a *app) newSite(today campaign.Day) (s scaffold.Site, ok bool) {
	s = scaffold.Site{Title: a.init.title, Organization: a.init.organization, BaseURL: a.base, Example: a.init.example, Today: today}
	if s.Organization == "" {
		if s.Organization = a.ask(a.say("Tên cơ quan (ví dụ: UBND xã An Hiệp)", "The body's name"), ""); s.Organization == "" {
			return s, false
		}
		if s.Title == "" {
			s.Title = a.ask(a.say("Tên cổng, hiện ở đầu mọi trang", "The portal's name, on every page"), "Bảng vàng thi đua "+s.Organization)
		}
		if s.BaseURL == "" {
			s.BaseURL, _ = a.askUntil(a.say("Địa chỉ web sẽ công bố; chưa có thì nhấn Enter", "The address it will have; press Enter if there is none yet"), exampleBase, site.IsBase,
				a.say("Viết cả địa chỉ, ví dụ https://thidua.example.vn/", "Write the whole address, such as https://thidua.example.vn/"))
		}
		s.Example = s.Example || a.askYes(a.say("Kèm một phong trào minh hoạ (đơn vị và điểm giả định) để xem cho biết?", "With an illustrative campaign (invented units and scores) to look at?"))
	}
	if s.Title == "" {
		s.Title = "Bảng vàng thi đua " + s.Organization
	}
	if s.BaseURL == "" {
		s.BaseURL = exampleBase
	}
	return s, true
}

// afterInit says what comes next.
func (a *app) afterInit(dir string, s scaffold.Site) {
	cd := ""
	if filepath.Clean(dir) != "." {
		cd = "\n  cd " + dir
	}
	fmt.Fprintln(a.out, a.say("\nCổng mới đã sẵn sàng. Việc tiếp theo:"+cd+"\n  bangvang new campaign            mở một phong trào\n  bangvang serve --drafts --open   xem thử trong trình duyệt",
		"\nThe new site is ready. What comes next:"+cd+"\n  bangvang new campaign            start a campaign\n  bangvang serve --drafts --open   look at it in the browser"))
	if s.BaseURL == exampleBase {
		fmt.Fprintln(a.out, a.say("Trước khi công bố, sửa base_url trong content/site.yaml thành địa chỉ thật.", "Before you publish, put the real address into base_url in content/site.yaml."))
	}
	fmt.Fprintln(a.out, a.say("Hướng dẫn ngắn nằm trong tệp HUONG-DAN.md.", "HUONG-DAN.md is a short guide (in Vietnamese)."))
}
