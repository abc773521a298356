// Command bangvang publishes the results of emulation campaigns ("phong trào thi đua") as a static portal.
//
// Each command has a file of its own. This file parses the words and turns what a command came to into an
// exit code; console.go holds the rules of all output to people. Nothing below this package prints, exits
// or reads the clock.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"
	_ "time/tzdata" // time zones on machines that have none

	"bangvang/internal/diag"
)

// Exit codes.
const (
	exitOK       = 0
	exitFindings = 1 // findings that are errors
	exitUsage    = 2
	exitMachine  = 3 // disk, port, git
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if len(os.Args) == 1 && wasClicked() {
		os.Exit(clicked(ctx, ".", os.Stdin, os.Stdout, os.Stderr))
	}
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// A command is one word after the program's name.
type command struct {
	name  string
	args  string // of its usage line, without the flags
	about diag.Text
	flags func(*app)
	run   func(*app, []string) int
}

var commands = []command{
	{"init", "THƯ-MỤC", diag.Text{Vi: "tạo một cổng mới trong thư mục trống", En: "make a new site in an empty folder"}, addInitFlags, runInit},
	{"new", "LOẠI [TÊN …]", diag.Text{Vi: "tạo phong trào, kết quả, khen thưởng, tin … để điền tiếp", En: "make a campaign, results, awards, an article … to be filled in"}, addNewFlags, runNew},
	{"build", "", diag.Text{Vi: "dựng cổng từ content vào public", En: "build the portal from content into public"}, buildFlags, runBuild},
	{"check", "", diag.Text{Vi: "kiểm tra mọi tệp, không ghi gì", En: "check every file, write nothing"}, checkFlags, runCheck},
	{"fix", "[TỆP …]", diag.Text{Vi: "sửa những gì máy sửa được, cho xem trước khi ghi", En: "repair what is mechanical, show it before writing"}, fixFlags, runFix},
	{"form", "TỆP", diag.Text{Vi: "ghi biểu Excel để điền điểm, khen thưởng hoặc sổ đơn vị", En: "write an Excel form for scores, awards or units"}, formFlags, runForm},
	{"import", "TỆP", diag.Text{Vi: "nhập bảng Excel hoặc CSV đã điền vào đúng chỗ", En: "take a filled Excel or CSV table to where it belongs"}, importFlags, runImport},
	{"serve", "", diag.Text{Vi: "xem trước trong trình duyệt, tự tải lại khi lưu tệp", En: "preview in the browser, reload when a file is saved"}, serveFlags, runServe},
	{"watch", "", diag.Text{Vi: "dựng lại vào public mỗi khi lưu tệp", En: "rebuild into public whenever a file is saved"}, nil, runWatch},
	{"list", "", diag.Text{Vi: "liệt kê trang đang ẩn, vì sao, khi nào hiện", En: "list hidden pages, why, and when they appear"}, listFlags, runList},
	{"review", "GỐC [BẢN-MỚI]", diag.Text{Vi: "cho biết thay đổi giữa hai bản trong git làm gì với cổng", En: "tell what a change between two git revisions does to the portal"}, reviewFlags, runReview},
	{"schema", "[LOẠI]", diag.Text{Vi: "in JSON Schema của một loại tệp, cho trình soạn thảo", En: "print the JSON Schema of a type of files, for editors"}, nil, runSchema},
	{"explain", "[MÃ]", diag.Text{Vi: "giải thích một mã lỗi và cách sửa", En: "explain a finding's code and how to mend it"}, nil, runExplain},
	{"explain-rank", "KẾT-QUẢ ĐƠN-VỊ", diag.Text{Vi: "giải thích thứ hạng của một đơn vị", En: "explain how a unit's rank came about"}, nil, runExplainRank},
}

// run finds the command and runs it.
func run(ctx context.Context, words []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{ctx: ctx, out: stdout, err: stderr, lang: langOf(words), started: time.Now(), answers: listen(stdin)}
	if len(words) == 0 || words[0] == "help" || words[0] == "--help" || words[0] == "-h" {
		a.help()
		return exitOK
	}
	for _, c := range commands {
		if c.name == words[0] {
			return a.start(c, words[1:])
		}
	}
	return a.unknown(words[0])
}

// start parses the flags of a command and runs it.
func (a *app) start(c command, words []string) int {
	a.command = c
	a.addFlags()
	if c.flags != nil {
		c.flags(a)
	}
	if code, done := a.parse(words); done {
		return code
	}
	return c.run(a, a.flags.Args())
}
