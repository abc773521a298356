package scaffold

import (
	"bytes"
	"embed"
	"io/fs"
	"path"
	"strings"
	"text/template"

	"bangvang/internal/campaign"
	"bangvang/internal/document"
)

// A Site is what a new site is made from.
type Site struct {
	Title        string
	Organization string
	BaseURL      string
	Example      bool // with an illustrative campaign to look at
	Today        campaign.Day
}

// copied holds what every new site gets as it is: the guide, editor tasks, what git is to leave alone.
//
//go:embed all:site
var copied embed.FS

// Files returns every file of a new site, which builds as it is.
func (s Site) Files() []File {
	files := append(s.copies(), []File{
		{"content/site.yaml", s.settings()},
		{"content/don-vi.md", Registry("Đơn vị", nil, false)},
		Page{Title: "Giới thiệu", Folder: "content/"}.File(),
	}...)
	files = append(files, editor()...)
	if s.Example {
		files = append(files, example(s.Organization)...)
	}
	return files
}

// copies are the files of the folder site/; those ending in .tmpl are filled in.
func (s Site) copies() []File {
	var files []File
	err := fs.WalkDir(copied, "site", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(copied, name)
		if err != nil {
			return err
		}
		if path.Ext(name) == ".tmpl" {
			data = s.fill(name, data)
		}
		files = append(files, File{strings.TrimSuffix(strings.TrimPrefix(name, "site/"), ".tmpl"), data})
		return nil
	})
	if err != nil {
		panic("scaffold: " + err.Error()) // the binary's own files
	}
	return files
}

func (s Site) fill(name string, text []byte) []byte {
	var b bytes.Buffer
	if err := template.Must(template.New(name).Parse(string(text))).Execute(&b, s); err != nil {
		panic("scaffold: " + err.Error()) // the binary's own files
	}
	return b.Bytes()
}

// settings are site.yaml with a comment on each key.
func (s Site) settings() []byte {
	head := "# Cài đặt của cổng. Dòng bắt đầu bằng dấu # là lời ghi chú, máy không đọc.\n\n"
	return []byte(head + commented(document.SiteKeys(), []entry{
		is("title", s.Title),
		is("organization", s.Organization),
		{key: "base_url", value: s.BaseURL},
		rows("categories", []string{"- Phong trào", "- Kết quả", "- Khen thưởng"}),
		under("contact", is("name", s.Organization)),
		later("menu", "[{title: Phong trào, to: /phong-trao/}, {title: Tin tức, to: /tin-tuc/}]"),
		later("notice", "Cổng đang chạy thử."),
		later("licence", `{name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/deed.vi"}`),
		later("strict_from", string(s.Today)),
		later("options", "{page_size: 20}"),
		later("language", "vi"),
		later("time_zone", "Asia/Ho_Chi_Minh"),
		later("repository", `{url: "https://example.vn/kho", branch: main}`),
	}))
}
