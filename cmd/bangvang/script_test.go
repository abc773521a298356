package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/rogpeppe/go-internal/txtar"
)

func TestMain(m *testing.M) {
	if filepath.Base(os.Args[0]) != "bangvang" {
		os.Setenv("XDG_CACHE_HOME", os.DevNull) // but for the scripts, no test leaves anything to another
	}
	testscript.Main(m, map[string]func(){"bangvang": main})
}

var scripts, _ = filepath.Abs(filepath.Join("testdata", "script"))

// Scripts run the real program in a folder of its own at a fixed moment. Besides testscript's own words they
// have four:
//
//	await FILE TEXT      waits until the file is there and holds the text
//	exits N PROGRAM …    runs it and wants this exit code
//	site                 lays a small sound site into the current folder
//	says stdout|stderr F compares what was printed with the file F, the time taken masked;
//	                     with UPDATE_SCRIPTS set it rewrites F
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: scripts,
		Setup: func(env *testscript.Env) error {
			env.Setenv("SOURCE_DATE_EPOCH", "1777683600") // 2026-05-02T08:00:00+07:00
			env.Setenv("XDG_CACHE_HOME", filepath.Join(env.WorkDir, ".tmp", "cache"))
			env.Setenv("WORKBOOKS", filepath.Join(filepath.Dir(scripts), "workbooks"))
			return nil
		},
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"site": laySite, "says": says, "exits": exits, "await": await},
		RequireExplicitExec: true,
	})
}

var masked = regexp.MustCompile(`[0-9]+[.,][0-9]+ (giây|s)\b`)

func says(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: says stdout|stderr FILE")
	}
	got := masked.ReplaceAllString(ts.ReadFile(args[0]), "0,00 $1")
	want := ts.ReadFile(args[1])
	if got != want && os.Getenv("UPDATE_SCRIPTS") != "" {
		rewrite(ts, args[1], got)
		return
	}
	if (got == want) == neg {
		ts.Fatalf("%s is\n%s\nwant\n%s", args[0], got, want)
	}
}

// rewrite puts what was printed into the script as what is wanted.
func rewrite(ts *testscript.TestScript, name, text string) {
	path := filepath.Join(scripts, ts.Name()+".txtar")
	archive, err := txtar.ParseFile(path)
	ts.Check(err)
	for i := range archive.Files {
		if archive.Files[i].Name == name {
			archive.Files[i].Data = []byte(text)
		}
	}
	ts.Check(os.WriteFile(path, txtar.Format(archive), 0o644))
}

func exits(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM [ARG …]")
	}
	code := 0
	var failed *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &failed) {
		code = failed.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

// await looks again every few milliseconds, for as long as a slow machine may take.
func await(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: await FILE TEXT")
	}
	tick, late := time.NewTicker(5*time.Millisecond), time.After(30*time.Second)
	defer tick.Stop()
	for {
		if data, err := os.ReadFile(ts.MkAbs(args[0])); err == nil && strings.Contains(string(data), args[1]) {
			return
		}
		select {
		case <-tick.C:
		case <-late:
			ts.Fatalf("%s does not hold %q", args[0], args[1])
		}
	}
}

// laySite writes a site of one article and two units.
func laySite(ts *testscript.TestScript, _ bool, _ []string) {
	for name, text := range smallSite {
		path := ts.MkAbs(name)
		ts.Check(os.MkdirAll(filepath.Dir(path), 0o755))
		ts.Check(os.WriteFile(path, []byte(strings.TrimPrefix(text, "\n")), 0o644))
	}
}

var smallSite = map[string]string{
	"content/site.yaml": `
title: Cổng thử
organization: Cơ quan thử
base_url: https://thu.example.vn/
categories: [Thông báo]
`,
	"content/tin-tuc/2026/tin.md": `
---
title: Tin thử
date: 2026-04-01
author: Tổ biên tập
source: Cổng thử
summary: Tóm tắt của tin.
category: Thông báo
---
Thân của tin.
`,
}
