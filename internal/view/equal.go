package view

import (
	"reflect"
	"sync"
)

// Equal reports whether two pages show the same: every field of theirs, and of all that they lead to, is equal. Nil
// and empty lists are alike, as templates can't tell them apart.
func Equal(a, b *Page) bool {
	if a == b {
		return true
	}
	return a != nil && b != nil && comparerOf(pageType)(reflect.ValueOf(a).Elem(), reflect.ValueOf(b).Elem())
}

var pageType = reflect.TypeFor[Page]()

// A comparer compares two values of its type. Finding out anew at each value what its type is made of, as
// [reflect.DeepEqual] does, takes several times as long.
type comparer func(a, b reflect.Value) bool

// comparers are those made so far, by type.
var comparers sync.Map

func comparerOf(t reflect.Type) comparer {
	if known, ok := comparers.Load(t); ok {
		return known.(comparer)
	}
	made := makeComparer(t)
	comparers.Store(t, made)
	return made
}

func makeComparer(t reflect.Type) comparer {
	switch t.Kind() {
	case reflect.String:
		return func(a, b reflect.Value) bool { return a.String() == b.String() }
	case reflect.Bool:
		return func(a, b reflect.Value) bool { return a.Bool() == b.Bool() }
	case reflect.Int:
		return func(a, b reflect.Value) bool { return a.Int() == b.Int() }
	case reflect.Struct:
		return fieldsComparer(t)
	case reflect.Slice:
		return listComparer(comparerOf(t.Elem()))
	case reflect.Pointer:
		return pointerComparer(comparerOf(t.Elem()))
	case reflect.Interface:
		return sameType
	}
	return func(a, b reflect.Value) bool { return reflect.DeepEqual(a.Interface(), b.Interface()) }
}

func fieldsComparer(t reflect.Type) comparer {
	fields := make([]comparer, t.NumField())
	for i := range fields {
		fields[i] = comparerOf(t.Field(i).Type)
	}
	return func(a, b reflect.Value) bool {
		for i, same := range fields {
			if !same(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	}
}

func listComparer(same comparer) comparer {
	return func(a, b reflect.Value) bool {
		n := a.Len()
		if n != b.Len() {
			return false
		}
		if n == 0 || a.Pointer() == b.Pointer() {
			return true // most pages share their menu
		}
		for i := range n {
			if !same(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	}
}

func pointerComparer(same comparer) comparer {
	return func(a, b reflect.Value) bool {
		if a.Pointer() == b.Pointer() {
			return true
		}
		return !a.IsNil() && !b.IsNil() && same(a.Elem(), b.Elem())
	}
}

// sameType compares what stands in two interfaces.
func sameType(a, b reflect.Value) bool {
	if a.IsNil() || b.IsNil() {
		return a.IsNil() && b.IsNil()
	}
	a, b = a.Elem(), b.Elem()
	return a.Type() == b.Type() && comparerOf(a.Type())(a, b)
}
