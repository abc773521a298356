package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"bangvang/internal/build"
	"bangvang/internal/diag"
	"bangvang/internal/site"
	"bangvang/templates"
)

// app is one run of one command.
type app struct {
	ctx      context.Context
	out, err io.Writer
	lang     diag.Lang
	started  time.Time
	command  command
	flags    *pflag.FlagSet

	site, public, base, at, language string
	json                             bool
	drafts, next, open               bool
	addr                             string
	block, file, to, tab             string // form and import
	maps                             []string
	cache                            string
	noCache, verify                  bool
	format                           string // of the outcome, one of formats; "" is for people
	formats                          []string
	yes, dry                         bool
	init                             initFlags
	new                              newFlags
	answers                          *answers
	write                            string // of review: the file that takes it
	tellRevision                     bool   // of build
}

// addFlags adds the flags that every command has.
func (a *app) addFlags() {
	a.flags = pflag.NewFlagSet(a.command.name, pflag.ContinueOnError)
	a.flags.SetOutput(io.Discard)
	a.flags.SortFlags = false
	a.flags.StringVar(&a.site, "site", ".", a.say("thư mục của cổng (có content bên trong)", "the site's folder (with content in it)"))
	a.flags.StringVar(&a.public, "out", "", a.say("thư mục nhận kết quả (mặc định: public trong thư mục của cổng)", "where the portal goes (default: public in the site's folder)"))
	a.flags.StringVar(&a.base, "base-url", "", a.say("địa chỉ công bố, thay cho base_url của site.yaml", "the published address, instead of base_url in site.yaml"))
	a.flags.StringVar(&a.at, "at", "", a.say("dựng như tại thời điểm này, ví dụ 2026-05-01T08:00:00+07:00", "build as at this moment, such as 2026-05-01T08:00:00+07:00"))
	a.flags.StringVar(&a.language, "lang", "vi", a.say("ngôn ngữ của thông báo: vi hoặc en", "language of messages: vi or en"))
	a.flags.BoolVar(&a.json, "json", false, a.say("in kết quả dạng JSON", "print the outcome as JSON"))
}

// parse reads the flags; done tells that the run ends here.
func (a *app) parse(words []string) (code int, done bool) {
	err := a.flags.Parse(words)
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case err == nil:
	case errors.Is(err, pflag.ErrHelp):
		a.commandHelp()
		return exitOK, true
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		return a.usage(a.say("không có tùy chọn --", "there is no option --") + name + a.did("--", diag.Nearest(name, a.flagNames()))), true
	case errors.As(err, &missing):
		return a.usage(a.say("tùy chọn --"+missing.GetSpecifiedName()+" cần một giá trị", "the option --"+missing.GetSpecifiedName()+" needs a value")), true
	case errors.As(err, &invalid):
		return a.usage(a.say("giá trị của --"+invalid.GetFlag().Name+" không hợp lệ", "the value of --"+invalid.GetFlag().Name+" is not valid")), true
	default:
		return a.usage(a.say("không hiểu các tùy chọn", "the options can't be understood")), true
	}
	if a.language != "vi" && a.language != "en" {
		return a.usage(a.say("--lang chỉ nhận vi hoặc en", "--lang takes vi or en")), true
	}
	if a.format != "" && !slices.Contains(a.formats, a.format) {
		return a.usage(a.say("--format chỉ nhận ", "--format takes ") + strings.Join(a.formats, ", ")), true
	}
	if n := len(strings.Fields(a.command.args)); len(a.flags.Args()) > n && !strings.Contains(a.command.args, "…") {
		return a.usage(a.say("thừa «"+a.flags.Args()[n]+"»", "unexpected “"+a.flags.Args()[n]+"”")), true
	}
	return 0, false
}

func (a *app) flagNames() []string {
	var names []string
	a.flags.VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return names
}

// did suggests the nearest word; "" where there is none.
func (a *app) did(prefix, near string) string {
	if near == "" {
		return ""
	}
	return a.say("; có phải "+prefix+near+"?", "; did you mean "+prefix+near+"?")
}

// langOf finds --lang before anything else, so that even the first message is in it.
func langOf(words []string) diag.Lang {
	for i, w := range words {
		if w == "--lang=en" || w == "--lang" && slices.Contains(words[i+1:min(i+2, len(words))], "en") {
			return diag.En
		}
	}
	return diag.Vi
}

// outDir is the folder that the portal goes to.
func (a *app) outDir() string {
	if a.public != "" {
		return a.public
	}
	return filepath.Join(a.site, "public")
}

// clock is the moment that the portal shows: --at, else SOURCE_DATE_EPOCH, else now.
func (a *app) clock() (now time.Time, ok bool) {
	if a.at != "" {
		return a.moment(a.at)
	}
	if epoch := os.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		n, err := strconv.ParseInt(epoch, 10, 64)
		return time.Unix(n, 0), err == nil
	}
	return time.Now(), true
}

// moment reads a time with its zone, or a day, which begins at midnight in Việt Nam.
func (a *app) moment(text string) (time.Time, bool) {
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return t, true
	}
	zone, err := time.LoadLocation("Asia/Ho_Chi_Minh")
	if err != nil {
		zone = time.FixedZone("+07", 7*3600)
	}
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04", "2006-01-02T15:04:05", "2006-01-02 15:04"} {
		if t, err := time.ParseInLocation(layout, text, zone); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// options are those of the build; ok is false where the moment can't be read, which has been said then.
func (a *app) options() (o build.Options, ok bool) {
	now, ok := a.clock()
	if !ok {
		which := "--at «" + a.at + "»"
		if a.at == "" {
			which = "SOURCE_DATE_EPOCH «" + os.Getenv("SOURCE_DATE_EPOCH") + "»"
		}
		a.usage(a.say("không đọc được thời điểm "+which+"; ghi như 2026-05-01 hoặc 2026-05-01T08:00:00+07:00",
			"the moment "+which+" can't be read; write it as 2026-05-01 or 2026-05-01T08:00:00+07:00"))
		return o, false
	}
	if a.base != "" && !site.IsBase(a.base) {
		a.usage(a.say("--base-url phải là địa chỉ web đầy đủ, ví dụ https://thidua.example.vn/", "--base-url takes a whole web address, such as https://thidua.example.vn/"))
		return o, false
	}
	return build.Options{Now: now, BaseURL: a.base, Drafts: a.drafts, Theme: templates.FS}, true
}
