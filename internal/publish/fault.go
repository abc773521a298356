package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"

	"bangvang/internal/diag"
)

// A Fault is what the machine refused: what was being done, to which file, and why.
type Fault struct {
	Doing Doing
	Path  string // with "/"
	Err   error
}

// Doing is a step of an update.
type Doing int

// The steps.
const (
	preparing  Doing = iota // finding, making and locking the folder
	reading                 // looking at what stands there
	writing                 // putting new files into staging
	arranging               // bringing the spare tree up to date
	syncing                 // waiting for the disk
	exchanging              // putting the new tree into its place
	replacing               // putting one file into its place
	removing                // taking away what is no longer needed
	recording               // noting what was done
)

var doings = map[Doing]diag.Text{
	preparing:  {Vi: "không chuẩn bị được thư mục xuất bản", En: "cannot prepare the output folder"},
	reading:    {Vi: "không đọc được", En: "cannot read"},
	writing:    {Vi: "không ghi được", En: "cannot write"},
	arranging:  {Vi: "không sắp xếp được bản mới", En: "cannot arrange the new portal"},
	syncing:    {Vi: "không ghi chắc chắn được xuống đĩa", En: "cannot flush to the disk"},
	exchanging: {Vi: "không đưa được bản mới vào thay bản cũ", En: "cannot exchange the old portal for the new"},
	replacing:  {Vi: "không thay được tệp", En: "cannot replace the file"},
	removing:   {Vi: "không xóa được", En: "cannot remove"},
	recording:  {Vi: "không lưu lại được danh sách tệp", En: "cannot save the list of files"},
}

func fault(doing Doing, name string, err error) error {
	return &Fault{Doing: doing, Path: filepath.ToSlash(name), Err: err}
}

// Error says it in English, for logs; people get [Describe].
func (f *Fault) Error() string {
	return fmt.Sprintf("%s %s: %v", doings[f.Doing].En, f.Path, f.Err)
}

// Unwrap returns the reason.
func (f *Fault) Unwrap() error { return f.Err }

// errNowhere is the reason where the folder is a symlink to nothing.
var errNowhere = errors.New("the symlink leads nowhere")

// A reason is what an error of the system means to a reader.
type reason struct {
	err  error
	text diag.Text
}

// reasons are tried from the top.
var reasons = append(systemReasons(), []reason{
	{syscall.ENOSPC, diskFull},
	{syscall.EDQUOT, diag.Text{Vi: "đã hết hạn mức dung lượng đĩa được cấp", En: "the disk quota is used up"}},
	{syscall.EROFS, readOnly},
	{fs.ErrPermission, diag.Text{Vi: "không có quyền", En: "permission denied"}},
	{syscall.ENAMETOOLONG, tooLong},
	{syscall.ENOTDIR, diag.Text{Vi: "đó không phải là thư mục", En: "it is not a folder"}},
	{syscall.EIO, diag.Text{Vi: "đĩa báo lỗi đọc hoặc ghi, có thể đĩa sắp hỏng", En: "the disk reports a read or write error; it may be failing"}},
	{syscall.ELOOP, diag.Text{Vi: "các liên kết tượng trưng trỏ vòng quanh", En: "the symlinks lead in a circle"}},
	{errNowhere, diag.Text{Vi: "liên kết tượng trưng trỏ tới nơi không tồn tại", En: "the symlink leads nowhere"}},
	{syscall.EMFILE, tooMany},
	{syscall.ENFILE, tooMany},
	{syscall.EBUSY, inUse},
	{syscall.ENOLCK, noLocks},
	{errors.ErrUnsupported, diag.Text{Vi: "hệ thống tệp ở đó không hỗ trợ thao tác này", En: "the file system there cannot do that"}},
	{syscall.ENOTEMPTY, diag.Text{Vi: "thư mục không trống", En: "the folder is not empty"}},
	{fs.ErrNotExist, diag.Text{Vi: "tệp hoặc thư mục không có ở đó", En: "the file or folder is not there"}},
	{fs.ErrExist, diag.Text{Vi: "ở đó đã có một tệp hoặc thư mục khác", En: "another file or folder is there already"}},
	{context.Canceled, diag.Text{Vi: "đã dừng theo yêu cầu", En: "stopped as asked"}},
	{context.DeadlineExceeded, diag.Text{Vi: "đã quá thời gian cho phép", En: "the time allowed is over"}},
}...)

var (
	diskFull = diag.Text{Vi: "đĩa đã đầy", En: "the disk is full"}
	readOnly = diag.Text{Vi: "ổ đĩa chỉ cho phép đọc", En: "the disk is read-only"}
	tooLong  = diag.Text{Vi: "đường dẫn quá dài", En: "the path is too long"}
	tooMany  = diag.Text{Vi: "có quá nhiều tệp đang mở", En: "too many files are open"}
	inUse    = diag.Text{Vi: "một chương trình khác đang dùng", En: "another program is using it"}
	noLocks  = diag.Text{Vi: "hệ thống tệp ở đó không hỗ trợ khóa tệp", En: "the file system there cannot lock files"}
)

// Describe says an error of this package in one sentence for the person at the machine, without a full stop:
// what could not be done, where, and why. An error from elsewhere is returned as its own text.
func Describe(err error, lang diag.Lang) string {
	var busy *Busy
	if errors.As(err, &busy) {
		return busy.describe(lang)
	}
	var f *Fault
	if errors.As(err, &f) {
		return fmt.Sprintf("%s %s: %s", doings[f.Doing].In(lang), f.Path, why(f.Err, lang))
	}
	return why(err, lang)
}

// why names the reason of an error; one that has no name here is said as the system says it.
func why(err error, lang diag.Lang) string {
	for _, r := range reasons {
		if errors.Is(err, r.err) {
			return r.text.In(lang)
		}
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}

func (b *Busy) describe(lang diag.Lang) string {
	if b.PID == 0 {
		return diag.Text{
			Vi: "một tiến trình khác đang ghi vào thư mục xuất bản; hãy đợi nó xong rồi chạy lại",
			En: "another process is writing to the output folder; wait for it and run again",
		}.In(lang)
	}
	since := b.Since.Format("15:04:05 02/01/2006")
	if lang == diag.En {
		return fmt.Sprintf("another process is writing to the output folder: %s, process %d on %s, since %s",
			b.Owner, b.PID, b.Host, since)
	}
	return fmt.Sprintf("một tiến trình khác đang ghi vào thư mục xuất bản: %s, tiến trình số %d trên máy %s, từ %s",
		b.Owner, b.PID, b.Host, since)
}
