package watch

import "fmt"

// A Reason is why watching has turned into polling.
type Reason int

// The reasons.
const (
	Asked   Reason = iota // Options.Poll
	Network               // events do not arrive on the file system of Path
	Limit                 // the system has no more watches to give
)

// A Notice says that files are now compared every so often, and why.
type Notice struct {
	Reason Reason
	Path   string // the folder where it showed; may be empty
	Err    error  // what the system said; may be nil
}

// In says it in Vietnamese, or in English for "en", as one or two sentences without a full stop's newline.
func (n Notice) In(lang string) string {
	vi, en := n.words()
	if lang == "en" {
		return en
	}
	return vi
}

func (n Notice) words() (vi, en string) {
	switch n.Reason {
	case Network:
		return fmt.Sprintf("Thư mục %s nằm trên ổ mạng hoặc ổ ảo, nơi hệ thống không báo khi tệp thay đổi. Chương trình sẽ tự so sánh các tệp theo chu kỳ.", n.Path),
			fmt.Sprintf("The folder %s is on a network or virtual drive, where the system does not tell of changes. Files are compared at intervals instead.", n.Path)
	case Limit:
		return fmt.Sprintf("Hệ thống không cho theo dõi thêm thư mục (%v). Chương trình sẽ tự so sánh các tệp theo chu kỳ; muốn nhanh hơn, hãy tăng fs.inotify.max_user_watches và fs.inotify.max_user_instances.", n.Err),
			fmt.Sprintf("The system allows no more folders to be watched (%v). Files are compared at intervals instead; to be faster, raise fs.inotify.max_user_watches and fs.inotify.max_user_instances.", n.Err)
	}
	return "Chương trình so sánh các tệp theo chu kỳ, như được yêu cầu.", "Files are compared at intervals, as asked."
}
