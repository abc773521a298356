package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// office is a new site in a repository of its own, with what it was cloned from, as a pipeline finds it.
type office struct {
	*testing.T
	dir, temp string
}

func newOffice(t *testing.T) *office {
	t.Helper()
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("not on this system: sh")
	}
	root := t.TempDir()
	o := &office{T: t, dir: filepath.Join(root, "clone"), temp: filepath.Join(root, "temp")}
	if err := os.Mkdir(o.temp, 0o755); err != nil {
		t.Fatal(err)
	}
	origin := filepath.Join(root, "origin")
	if said, code := runs(t, "init", origin, "--organization", "UBND xã Minh Hoạ", "--example"); code != exitOK {
		t.Fatal(said)
	}
	o.must(origin, "git init -q -b main && git add . && git commit -q -m 'Cổng mới'")
	o.must(root, "git clone -q origin clone && cd clone && git switch -q -c sua")
	return o
}

// shell runs a script as a pipeline does and returns what it printed.
func (o *office) shell(dir, script string, env ...string) (string, error) {
	cmd := exec.Command("sh", "-e", "-c", script)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "GIT_AUTHOR_NAME=Nam", "GIT_AUTHOR_EMAIL=nam@example.vn",
		"GIT_COMMITTER_NAME=Nam", "GIT_COMMITTER_EMAIL=nam@example.vn", "SOURCE_DATE_EPOCH=1777683600")
	cmd.Env = append(cmd.Env, env...)
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func (o *office) must(dir, script string) {
	o.Helper()
	if said, err := o.shell(dir, script); err != nil {
		o.Fatalf("%s: %v\n%s", script, err, said)
	}
}

// change edits a file of the clone and commits it.
func (o *office) change(file, from, to string) {
	o.Helper()
	path := filepath.Join(o.dir, filepath.FromSlash(file))
	text, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(text), from) {
		o.Fatalf("%s does not hold %q (%v):\n%s", file, from, err, text)
	}
	write(o.T, o.dir, file, strings.Replace(string(text), from, to, 1))
	o.must(o.dir, "git commit -q -a -m 'Sửa'")
}

// workflow is what the pipeline of GitHub says of its steps.
type workflow struct {
	Jobs map[string]struct {
		Steps []struct {
			Name, Run string
		}
	}
}

// github runs the steps of a job that are commands, but that which writes to GitHub, and returns the first that fails.
func (o *office) github(job string) (failed, said string) {
	o.Helper()
	var w workflow
	o.read(".github/workflows/cong.yml", &w)
	environment := filepath.Join(o.temp, "env")
	write(o.T, o.temp, "env", "")
	if len(w.Jobs[job].Steps) == 0 {
		o.Fatalf("there is no job %s", job)
	}
	for _, step := range w.Jobs[job].Steps {
		if step.Run == "" || strings.HasPrefix(step.Run, "gh ") {
			continue
		}
		given, err := os.ReadFile(environment)
		if err != nil {
			o.Fatal(err)
		}
		env := append(strings.Fields(string(given)), "RUNNER_TEMP="+o.temp, "GITHUB_ENV="+environment,
			"GITHUB_STEP_SUMMARY="+filepath.Join(o.temp, "summary.md"), "BASE=main")
		out, err := o.shell(o.dir, step.Run, env...)
		said += out
		if err != nil {
			return step.Name, said
		}
	}
	return "", said
}

// gitlab runs a job of the pipeline of GitLab.
func (o *office) gitlab(job string) (said string, err error) {
	o.Helper()
	var jobs map[string]any
	o.read(".gitlab-ci.yml", &jobs)
	var lines []string
	take := func(job, key string) {
		steps, _ := jobs[job].(map[string]any)[key].([]any)
		for _, s := range steps {
			lines = append(lines, s.(string))
		}
	}
	take(".bangvang", "before_script")
	take(job, "script")
	return o.shell(o.dir, strings.Join(lines, "\n"), "CI_PROJECT_DIR="+o.dir, "CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main")
}

func (o *office) read(file string, into any) {
	o.Helper()
	text, err := os.ReadFile(filepath.Join(o.dir, filepath.FromSlash(file)))
	if err == nil {
		err = yaml.Unmarshal(text, into)
	}
	if err != nil {
		o.Fatal(err)
	}
}

const (
	exampleSheet = "content/phong-trao/vi-du-duong-lang-xanh/ket-qua/2025-thon.csv"
	exampleNews  = "content/phong-trao/vi-du-duong-lang-xanh/tin/da-co-ket-qua-duong-lang-xanh-vi-du.md"
)

func TestThePipelinesLetASoundChangePass(t *testing.T) {
	o := newOffice(t)
	o.change(exampleNews, "\n---\n", "\n---\n\nThêm một câu.\n")
	for _, job := range []string{"kiem-tra", "xem-xet"} {
		if step, said := o.github(job); step != "" {
			t.Errorf("GitHub, %s: %s failed:\n%s", job, step, said)
		}
	}
	for _, file := range []string{"kiem-tra.sarif", "cong/index.html", "cong/ban-dung.json", "xem-xet.md", "summary.md"} {
		if info, err := os.Stat(filepath.Join(o.temp, filepath.FromSlash(file))); err != nil || info.Size() == 0 {
			t.Errorf("%s was not made (%v)", file, err)
		}
	}
	for _, job := range []string{"kiem-tra", "xem-xet", "pages"} {
		if said, err := o.gitlab(job); err != nil {
			t.Errorf("GitLab, %s: %v\n%s", job, err, said)
		}
	}
}

func TestThePipelinesStopAFaultAndASilentChange(t *testing.T) {
	o := newOffice(t)
	o.change(exampleSheet, ";17;6\r\n", ";17;7\r\n")
	step, said := o.github("xem-xet")
	if summary := o.summary(); step != "So sánh với bản đang công bố" || !strings.Contains(summary, "Thôn Ví Dụ 1") || !strings.Contains(summary, "6 → 7") {
		t.Errorf("a silent change stops at %q and is shown as\n%s\n%s", step, summary, said)
	}
	if said, err := o.gitlab("xem-xet"); err == nil {
		t.Errorf("a silent change passes:\n%s", said)
	}
	o.change(exampleNews, "title:", "tiêu đề:")
	if step, said := o.github("kiem-tra"); step != "Kiểm tra" {
		t.Errorf("a fault stops at %q:\n%s", step, said)
	}
	if said, err := o.gitlab("kiem-tra"); err == nil {
		t.Errorf("a fault passes:\n%s", said)
	}
}

func (o *office) summary() string {
	text, err := os.ReadFile(filepath.Join(o.temp, "summary.md"))
	if err != nil {
		o.Fatal(err)
	}
	return string(text)
}
