package document

import (
	"reflect"
	"slices"
	"strings"
	"sync"

	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

// A Key is one key that a header may have, as the struct tags declare it. The tags are the only schema there is.
type Key struct {
	Name     string
	Required bool
	Enum     []string // the words it may have; nil: any
	Form     string   // how its text is written: "slug", "base" or "judgement"; "": as the author likes
	Of       string   // the Go struct that declares it, "Plan"
	field    int
	typ      reflect.Type
}

// Keys returns the keys of a type's header, in the order of the documentation; "type" itself is the first.
func Keys(t Type) []Key {
	keys := slices.Clip(headerKeys(t))
	if own := ownStruct(t); own != nil {
		keys = append(keys, keysOf(own)...)
	}
	return keys
}

// headerKeys are the keys of a type's header that [Header] has. A translation has the words alone: facts stand in the
// Vietnamese file only, so that the two can't disagree.
func headerKeys(t Type) []Key {
	if t == TypeTranslation {
		return translationKeys()
	}
	return pageKeys()
}

// pageKeys are the keys that every header may have; every file asks for them.
var pageKeys = sync.OnceValue(func() []Key {
	first := Key{Name: "type", Of: "Header", field: -1, typ: reflect.TypeFor[string](), Enum: typeNames}
	return append([]Key{first}, keysOf(reflect.TypeFor[Header]())...)
})

// translationKeys are those of them that are words.
var translationKeys = sync.OnceValue(func() []Key {
	words := []string{"title", "summary", "allow"}
	return slices.DeleteFunc(slices.Clone(pageKeys()), func(k Key) bool { return !slices.Contains(words, k.Name) })
})

// SiteKeys returns the keys of site.yaml.
func SiteKeys() []Key { return keysOf(reflect.TypeFor[Site]()) }

// Keys returns the keys of the mapping that the key holds, or of each mapping in its list; nil for plain values.
func (k Key) Keys() []Key {
	t := k.inner()
	if t.Kind() != reflect.Struct || isValue(t) {
		return nil
	}
	return keysOf(t)
}

// inner is the type of the value, or of each one in its list.
func (k Key) inner() reflect.Type {
	t := k.typ
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t
}

// Holds names the Go struct of the mapping that the key holds, or of each mapping in its list: "Phase".
func (k Key) Holds() string { return k.inner().Name() }

// Entry returns the key for one entry of a list.
func (k Key) Entry() Key {
	k.typ = k.typ.Elem()
	return k
}

// Words returns the words that may stand where otherwise a mapping does.
func (k Key) Words() []string {
	field, _ := k.inner().FieldByName("Word")
	return words(field.Tag.Get("word"))
}

// A Need is a key that is required because of another one beside it.
type Need struct {
	In, Key string // the mapping that must have the key, "" for the header itself
	If, Is  string // it must where the key If has the value Is; with no If it always must
	Unless  bool   // it must everywhere else
}

// Needs returns what the header of a type must have beside the keys that are required everywhere.
func Needs(t Type) []Need {
	switch t {
	case TypeArticle:
		return []Need{{Key: "date"}}
	case TypePlan:
		return []Need{{Key: "document", If: "index", Is: "true", Unless: true}}
	case TypeCriteria:
		return []Need{{In: "scoring", Key: "scale", If: "basis", Is: "weighted"}}
	case TypeAwards:
		return []Need{{Key: "document", If: "stage", Is: "decided"}}
	}
	return nil
}

// Patterns of values, for programs that know no dates and no decimal numbers. A day of February 29 is checked by [Parse] alone.
const (
	DayPattern    = `(19(4[5-9]|[5-9]\d)|20\d\d|2100)-((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|[12]\d))`
	MomentPattern = `^` + DayPattern + `([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)? ?(Z|[+-]([01]\d|2[0-3]):[0-5]\d))?$`
	NumberPattern = `^\d{1,9}([.,]\d{1,6})?$`
	SlugPattern   = `^[a-z0-9]+(-[a-z0-9]+)*$`
	BasePattern   = `^https?://[^/?#\s]+[^?#\s]*$`
)

// A Kind says how a value is written.
type Kind string

// The kinds of values.
const (
	KindText    Kind = "text"
	KindBool    Kind = "bool"
	KindInteger Kind = "integer"
	KindNumber  Kind = "number"
	KindMoment  Kind = "date"
	KindKeys    Kind = "keys"   // a mapping with the keys of [Key.Keys]
	KindByName  Kind = "byname" // a mapping whose keys the author chooses
	KindScores  Kind = "scores" // a file's name, or unit → column → text
	KindBreak   Kind = "break"  // a mapping, or one of the words
	KindList    Kind = "list"
)

// Kind returns how the key's value is written.
func (k Key) Kind() Kind { return kindOf(k.typ) }

func kindOf(t reflect.Type) Kind {
	switch t {
	case reflect.TypeFor[Moment]():
		return KindMoment
	case reflect.TypeFor[campaign.Decimal]():
		return KindNumber
	case reflect.TypeFor[Scores]():
		return KindScores
	case reflect.TypeFor[BreakKey]():
		return KindBreak
	}
	switch t.Kind() {
	case reflect.Pointer:
		return kindOf(t.Elem())
	case reflect.Slice:
		return KindList
	case reflect.Map:
		return KindByName
	case reflect.Struct:
		return KindKeys
	case reflect.Bool:
		return KindBool
	case reflect.Int, reflect.Int64:
		return KindInteger
	}
	return KindText
}

// isValue reports whether a struct is one value in the header, not a mapping of keys.
func isValue(t reflect.Type) bool {
	return t == reflect.TypeFor[Moment]() || t == reflect.TypeFor[Scores]()
}

// typeNames are the words of `type`, in the order in which a campaign needs them.
var typeNames = []string{
	string(TypePlan), string(TypeCriteria), string(TypeResults), string(TypeAwards),
	string(TypeUnits), string(TypeArticle), string(TypePage), string(TypeSection),
}

// ownStruct returns what a type adds to the header, nil for those that add nothing.
func ownStruct(t Type) reflect.Type {
	switch t {
	case TypePlan:
		return reflect.TypeFor[Plan]()
	case TypeCriteria:
		return reflect.TypeFor[Criteria]()
	case TypeResults:
		return reflect.TypeFor[Results]()
	case TypeAwards:
		return reflect.TypeFor[Awards]()
	case TypeUnits:
		return reflect.TypeFor[Units]()
	case TypeTranslation:
		return reflect.TypeFor[PictureWords]()
	}
	return nil
}

// knownKeys remembers the keys of a struct: tags never change.
var knownKeys sync.Map // reflect.Type → []Key

func keysOf(t reflect.Type) []Key {
	if known, ok := knownKeys.Load(t); ok {
		return known.([]Key)
	}
	var keys []Key
	for i := range t.NumField() {
		tag, ok := t.Field(i).Tag.Lookup("key")
		if !ok {
			continue
		}
		name, rest, _ := strings.Cut(tag, ",")
		keys = append(keys, Key{
			Name: name, Required: rest == "required", Enum: words(t.Field(i).Tag.Get("enum")),
			Form: t.Field(i).Tag.Get("form"), Of: t.Name(), field: i, typ: t.Field(i).Type,
		})
	}
	knownKeys.Store(t, keys)
	return keys
}

func words(tag string) []string {
	if tag == "" {
		return nil
	}
	return strings.Split(tag, "|")
}

func names(keys []Key) []string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = k.Name
	}
	return out
}

// typesWith returns the types whose header has a key that not all have, as words.
func typesWith(key string) string {
	var out []string
	for _, name := range typeNames {
		if own := ownStruct(Type(name)); own != nil && has(keysOf(own), key) {
			out = append(out, name)
		}
	}
	return strings.Join(out, ", ")
}

func has(keys []Key, name string) bool {
	for _, k := range keys {
		if k.Name == name {
			return true
		}
	}
	return false
}

// inEnglish returns the key that a Vietnamese word for it means, "" for any other word. Marks and case don't count.
func inEnglish(word string, keys []Key) string {
	folded := strings.Join(strings.FieldsFunc(viet.Fold(word), func(r rune) bool { return r == ' ' || r == '_' || r == '-' }), " ")
	for _, english := range vietnamese[folded] {
		if has(keys, english) {
			return english
		}
	}
	return ""
}

// vietnamese names the keys that a folded Vietnamese word may mean; the first that the place has is meant.
var vietnamese = map[string][]string{
	"tieu de": {"title"}, "ten bai": {"title"}, "chuc danh": {"title", "position"},
	"tom tat": {"summary"}, "trich yeu": {"title", "summary"}, "ngay": {"date"}, "ngay dang": {"date", "publish"},
	"cap nhat": {"updated"}, "ngay cap nhat": {"updated"}, "tac gia": {"author"}, "nguoi viet": {"author"},
	"nguon": {"source"}, "anh": {"image"}, "hinh": {"image"}, "hinh anh": {"image"}, "the": {"tags"}, "tu khoa": {"tags"},
	"chuyen muc": {"category", "categories"}, "nhap": {"draft"}, "ban nhap": {"draft"}, "xuat ban": {"publish"},
	"het han": {"expires"}, "duong dan": {"slug", "url", "file"}, "dia chi": {"address", "slug"}, "duyet": {"approved"},
	"nguoi duyet": {"approved", "by"}, "dinh chinh": {"corrections"}, "thu hoi": {"withdrawn"}, "minh hoa": {"illustrative"},
	"cho phep": {"allow"}, "phong trao": {"campaign"}, "don vi": {"unit", "units"}, "cac don vi": {"units"}, "loai": {"type", "kind"},
	"kieu": {"type", "kind"}, "mo ta": {"alt", "summary"}, "chu thich": {"caption"}, "ly do": {"reason"}, "van ban": {"document"},
	"ke hoach": {"document"}, "quyet dinh": {"document"}, "so": {"number"}, "so hieu": {"number"}, "so ky hieu": {"number"},
	"ngay ban hanh": {"date"}, "co quan": {"issuer", "organization"}, "co quan ban hanh": {"issuer"}, "nguoi ky": {"signer"},
	"chuc vu": {"position", "title"}, "tham quyen": {"authority"}, "tep": {"file"}, "tap tin": {"file"}, "thoi gian": {"period", "date"},
	"tu": {"from"}, "tu ngay": {"from"}, "den": {"to"}, "den ngay": {"to"}, "giai doan": {"phases"}, "khoi": {"block", "blocks"},
	"cac khoi": {"blocks"}, "giai": {"prize", "prizes"}, "giai thuong": {"prizes", "prize"}, "khen thuong": {"awards", "commendations", "commendation"},
	"hinh thuc": {"form", "commendation"}, "danh cho": {"for"}, "so luong": {"count"}, "ty le": {"share"}, "ma": {"id"},
	"ten": {"name", "title"}, "ho ten": {"name"}, "cham diem": {"scoring"}, "cach tinh": {"scoring", "basis"}, "thang diem": {"scale"},
	"xep hang theo": {"rank_by"}, "so thap phan": {"decimals"}, "so sanh": {"compare"}, "tieu chi": {"criteria", "criterion"},
	"tieu chi thanh phan": {"items"}, "diem toi da": {"max"}, "toi da": {"max"}, "trong so": {"weight"}, "bang cham": {"sheet", "scores"},
	"diem thuong": {"bonus"}, "diem tru": {"penalty"}, "xep loai": {"bands"}, "muc": {"bands"}, "diem liet": {"floor"},
	"dong hang": {"ties"}, "cach xep": {"method"}, "vong": {"round"}, "dot": {"round"}, "nam": {"round"}, "diem": {"scores"},
	"bang diem": {"scores"}, "ky truoc": {"previous"}, "tam tinh": {"provisional"}, "loai tru": {"excluded"}, "trich": {"extract"},
	"chinh thuc": {"official"}, "sai so": {"tolerance"}, "trung binh": {"mean"}, "buoc": {"stage"}, "cong khai": {"disclosure"},
	"so ngay": {"days"}, "lien he": {"contact"}, "ca nhan": {"person"}, "nguoi": {"person"}, "thanh tich": {"merit"},
	"tien thuong": {"money"}, "huy bo": {"annulled"}, "tro thanh": {"became"}, "nghi quyet": {"act"}, "to chuc": {"organization"},
	"don vi chu quan": {"organization"}, "ngon ngu": {"language"}, "mui gio": {"time_zone"}, "danh muc": {"menu", "categories"},
	"trinh don": {"menu"}, "giay phep": {"licence"}, "kho ma nguon": {"repository"}, "thong bao": {"notice"}, "tuy chon": {"options"},
	"dien thoai": {"phone"}, "thu dien tu": {"email"}, "dia danh": {"place"}, "noi nhan": {"recipients"}, "cu": {"was"}, "moi": {"now"}, "noi dung": {"what"}, "nhanh": {"branch"},
}
