//go:build depsonly

package main

import (
	_ "github.com/adrg/frontmatter"
	_ "github.com/chromedp/chromedp"
	_ "github.com/fsnotify/fsnotify"
	_ "github.com/rogpeppe/go-internal/testscript"
	_ "github.com/spf13/pflag"
	_ "github.com/yuin/goldmark"
	_ "golang.org/x/net/html"
	_ "golang.org/x/sync/errgroup"
	_ "golang.org/x/sys/unix"
	_ "golang.org/x/text/collate"
	_ "gopkg.in/yaml.v3"
	_ "pgregory.net/rapid"
)
