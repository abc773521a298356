package view

import (
	"reflect"
	"testing"
)

// Every field of every type that a page can lead to counts: one that is changed makes another page.
func TestPagesAreEqualOnlyWhereEveryFieldIs(t *testing.T) {
	for _, main := range []any{
		new(Home), new(Campaigns), new(List), new(Terms), new(Article), new(Text), new(Documents), new(Units), new(Unit), new(NotFound),
		new(Roll), new(CorrectionsPage), new(Calendar), new(Moved), new(Search), new(OpenData), new(Campaign), new(Plan), new(Criteria),
		new(Method), new(Ranking), new(Breakdown), new(Awards),
	} {
		page := func() *Page {
			filled := reflect.New(reflect.TypeOf(main).Elem())
			fill(filled.Elem(), 0)
			p := &Page{}
			fill(reflect.ValueOf(p).Elem(), 0)
			p.Main = filled.Interface()
			return p
		}
		if !Equal(page(), page()) {
			t.Errorf("%T is not equal to itself", main)
		}
		other := page()
		for path, undo := range changes(reflect.ValueOf(other).Elem(), "Page") {
			if Equal(page(), other) {
				t.Errorf("%T: another %s is not seen", main, path)
			}
			undo()
		}
	}
	if Equal(new(Page), nil) || !Equal(nil, nil) {
		t.Error("nil is another page than an empty one")
	}
}

// deep is how often types that lead to each other are followed.
const deep = 8

// fill gives every field a value.
func fill(v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(1)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), depth+1)
		}
	case reflect.Pointer:
		if depth < deep {
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem(), depth+1)
		}
	case reflect.Slice:
		if depth < deep {
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			fill(v.Index(0), depth+1)
			fill(v.Index(1), depth+1)
		}
	case reflect.Interface:
		v.Set(reflect.ValueOf(&Picture{Src: "x"}))
	default:
		panic("a view holds a " + v.Kind().String())
	}
}

// changes changes one value after the other, and yields its name and what puts it back.
func changes(v reflect.Value, path string) func(yield func(string, func()) bool) {
	return func(yield func(string, func()) bool) {
		before := reflect.New(v.Type()).Elem()
		before.Set(v)
		undo := func() { v.Set(before) }
		switch v.Kind() {
		case reflect.String:
			v.SetString("y")
		case reflect.Bool:
			v.SetBool(false)
		case reflect.Int:
			v.SetInt(2)
		case reflect.Slice:
			if v.Len() > 0 {
				v.Set(v.Slice(0, 1))
			}
		case reflect.Pointer, reflect.Interface:
			v.SetZero()
		}
		if v.Kind() != reflect.Struct && !before.IsZero() && !yield(path, undo) {
			return
		}
		undo()
		within(v, path, yield)
	}
}

func within(v reflect.Value, path string, yield func(string, func()) bool) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			changes(v.Field(i), path+"."+v.Type().Field(i).Name)(yield)
		}
	case reflect.Slice:
		for i := range v.Len() {
			changes(v.Index(i), path+"[]")(yield)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			changes(v.Elem(), path)(yield)
		}
	case reflect.Interface:
		if !v.IsNil() && v.Elem().Kind() == reflect.Pointer {
			changes(v.Elem().Elem(), path)(yield)
		}
	}
}
