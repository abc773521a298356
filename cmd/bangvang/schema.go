package main

import (
	"fmt"

	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/schema"
)

// runSchema prints the JSON Schema of a type's header or of site.yaml, for editors; without a word it lists them.
func runSchema(a *app, args []string) int {
	known := map[string]func() []byte{"site": func() []byte { return schema.Site(a.lang) }}
	names := []string{"site"}
	for _, t := range schema.Types() {
		names = append(names, string(t))
		known[string(t)] = func() []byte { return schema.Of(t, a.lang) }
	}
	if len(args) == 0 {
		for _, name := range names {
			fmt.Fprintf(a.out, "%-12s %s\n", name, schema.AboutType(document.Type(name)).In(a.lang))
		}
		return exitOK
	}
	text := known[args[0]]
	if text == nil {
		return a.usage(a.say("không có loại «"+args[0]+"»", "there is no type “"+args[0]+"”") + a.did("", diag.Nearest(args[0], names)))
	}
	_, _ = a.out.Write(text()) // a closed stdout has no one to tell
	return exitOK
}
