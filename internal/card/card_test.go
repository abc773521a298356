package card_test

import (
	"bytes"
	"image/png"
	"os"
	"strings"
	"testing"

	"bangvang/internal/card"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font/sfnt"
)

var ranking = &card.Card{
	Over:  "Thi đua “Chính quyền phục vụ” năm 2026 (minh hoạ)",
	Title: "Kết quả đợt 2 năm 2026, khối xã (minh hoạ)",
	Rows:  []card.Row{{"1", "Xã Minh hoạ A", "94,50 điểm"}, {"2", "Xã Minh hoạ B", "90,50 điểm"}, {"2", "Xã Minh hoạ C", "90,50 điểm"}, {"4", "Ủy ban nhân dân xã có tên rất dài để xem chỗ bị cắt có đúng ở giữa hai chữ hay không", "90,00 điểm"}},
	Mark:  "Số liệu minh hoạ", Site: "Bảng vàng – cổng mẫu thi đua, khen thưởng",
}

func draw(t testing.TB, c *card.Card) []byte {
	t.Helper()
	files, err := c.Draw()
	if err != nil || len(files) != 1 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	return files[0]
}

func TestTheFontHasAllOfVietnamese(t *testing.T) {
	const bases = "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz"
	letters := bases + strings.ToUpper(bases) + "0123456789 .,;:–-—…“”‘’«»()/%&+−▲▼°²" +
		"àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
	letters += strings.ToUpper("àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ")
	for name, data := range map[string][]byte{"regular": liberationsansregular.TTF, "bold": liberationsansbold.TTF} {
		f, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range letters {
			if i, err := f.GlyphIndex(nil, r); err != nil || i == 0 {
				t.Errorf("%s lacks %q", name, r)
			}
		}
	}
}

func TestACardIsASmallImageOfTheSizeThatNetworksAskFor(t *testing.T) {
	long := strings.Repeat("Ủy ban nhân dân phường Tân Phú Trung ", 12)
	for name, c := range map[string]*card.Card{
		"a ranking": ranking, "nothing": {}, "a title alone": {Title: "Bảng vàng"},
		"everything too long": {Over: long, Title: long, Rows: []card.Row{{long, long, long}, {"1", strings.ReplaceAll(long, " ", ""), "1"}, {}, {}, {}}, Mark: "Minh hoạ", Site: long},
		"signs without form":  {Title: "漢字 \U0001F600 \x00\n\t"},
	} {
		data := draw(t, c)
		config, err := png.DecodeConfig(bytes.NewReader(data))
		if err != nil || config.Width != card.Width || config.Height != card.Height {
			t.Errorf("%s: %+v, %v", name, config, err)
		}
		if len(data) > 60<<10 {
			t.Errorf("%s has %d bytes", name, len(data))
		}
	}
}

func TestTheSameCardGivesTheSameBytesAndAnotherOthers(t *testing.T) {
	first := draw(t, ranking)
	if again := draw(t, ranking); !bytes.Equal(first, again) {
		t.Error("drawn twice, it differs")
	}
	other := *ranking
	other.Mark = ""
	if other.Key() == ranking.Key() || bytes.Equal(draw(t, &other), first) {
		t.Error("without its mark a card is the same")
	}
}

func TestWriteForTheEye(t *testing.T) {
	dir := os.Getenv("CARD_DIR")
	if dir == "" {
		return
	}
	os.WriteFile(dir+"/ranking.png", draw(t, ranking), 0o644)
	other := *ranking
	other.Rows = nil
	other.Title = "Đề nghị khen thưởng các tập thể, cá nhân có thành tích xuất sắc trong phong trào thi đua “Chính quyền phục vụ” năm 2026"
	os.WriteFile(dir+"/awards.png", draw(t, &other), 0o644)
}

func BenchmarkDraw(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		draw(b, ranking)
	}
}
