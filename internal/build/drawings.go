package build

import (
	"bytes"
	"context"
	"encoding/gob"
	"maps"
	"sync"

	"bangvang/internal/cache"
	"bangvang/internal/picture"
	"bangvang/internal/portal"

	"golang.org/x/sync/semaphore"
)

// drawings are the files of one build that are drawn, by their keys. What the build before drew, or another process, is not
// drawn again.
type drawings struct {
	store *cache.Cache        // for other processes; nil keeps nothing
	known map[string]*drawing // of the build before; read only
	room  *semaphore.Weighted // pixels that may be in memory at once

	mu   sync.Mutex
	used map[string]*drawing
}

// A drawing is drawn when it is first asked for.
type drawing func() ([][]byte, error)

// drawingsOf begins a build's drawings. A memo keeps them for the next build.
func (m *Memo) drawingsOf(store *cache.Cache) *drawings {
	d := &drawings{store: store, room: semaphore.NewWeighted(picture.MostPixels), used: map[string]*drawing{}}
	if m != nil {
		if m.drawings != nil {
			m.drawings.mu.Lock()
			d.known = maps.Clone(m.drawings.used)
			m.drawings.mu.Unlock()
		}
		m.drawings = d
	}
	return d
}

// keep leaves all that is known to the next build.
func (d *drawings) keep() {
	d.mu.Lock()
	defer d.mu.Unlock()
	maps.Copy(d.used, d.known)
}

// of returns the files of a drawing. The error is the picture's.
func (d *drawings) of(o *portal.Drawn) ([]portal.Output, error) {
	files, err := (*d.drawing(o))()
	if err != nil {
		return nil, err
	}
	made := make([]portal.Output, len(files))
	for i, data := range files {
		made[i] = portal.Output{Path: o.Paths[i], Data: data}
	}
	return made, nil
}

// drawing finds what is drawn under the key, or lays down how it will be.
func (d *drawings) drawing(o *portal.Drawn) *drawing {
	key := o.Key()
	d.mu.Lock()
	defer d.mu.Unlock()
	if known := d.known[key]; known != nil && d.used[key] == nil {
		d.used[key] = known
	}
	if d.used[key] == nil {
		draw := drawing(sync.OnceValues(func() ([][]byte, error) { return d.draw(o, cache.KeyOf("drawing", key)) }))
		d.used[key] = &draw
	}
	return d.used[key]
}

// draw returns what another process has drawn, or draws, as soon as there is room for it.
func (d *drawings) draw(o *portal.Drawn, key cache.Key) (files [][]byte, err error) {
	if kept, ok := d.store.Get(key); ok && gob.NewDecoder(bytes.NewReader(kept)).Decode(&files) == nil {
		return files, nil
	}
	if err := d.room.Acquire(context.Background(), o.Weight()); err != nil {
		return nil, err
	}
	defer d.room.Release(o.Weight())
	if files, err = o.Draw(); err != nil {
		return nil, err
	}
	var kept bytes.Buffer
	if d.store != nil && gob.NewEncoder(&kept).Encode(files) == nil {
		d.store.Put(key, kept.Bytes())
	}
	return files, nil
}
