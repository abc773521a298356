// Package publish makes a folder equal to a set of files, atomically. It is the only writer of portals.
//
//	u, err := publish.Begin(ctx, "public", publish.Options{Wait: 10 * time.Second, Owner: "bangvang build"})
//	…
//	err = u.Put("tin-tuc/index.html", data) // for every file, from any goroutine
//	…
//	stats, findings, err := u.Commit()      // or u.Discard()
//
// An [Update] is whole or nothing: after [Update.Commit] the folder holds exactly the files put, and besides
// them what others have put there. What stands there unchanged is not written again; what we wrote and no longer
// produce goes, with the folders that are empty then; a file of ours that someone changed is written again; what
// we did not write is never touched. Something of others on a path that we need is a finding, and nothing is
// published.
//
// # What is ours
//
// The list, public/.bangvang, is part of the output and depends on nothing but it: a first line
// "bangvang files 1 COUNT", then a line "PATH tab SIZE tab SHA-256" per file, sorted by path. Where it is missing
// or damaged, a file with exactly the bytes that belong there is taken as ours; files that are not needed are
// kept and counted in one warning; anything else in the way is a finding.
//
// # The workspace
//
// All that a running update needs lies in one folder beside the output: .public.bangvang for public. In it are
//
//	lock            who is writing; the kernel frees the lock when the process dies
//	new/            staging: new files under numbers, or as they are to stand where there is no folder yet, while an update runs
//	spare/          the spare tree: what the folder was before the last exchange
//	public.record   sizes and times of the files and folders in public, as last seen
//	spare.record    the same of spare/
//	next.record     the record to come, while an update runs
//	draft           the list to come, while an update in place runs
//	old/            the old portal, during a swap by two renames
//
// lock, spare and the two records stay for the next update; all of it may be deleted when nobody writes. Where the
// folder is a mount or its parent may not be written, the workspace lies inside, as public/.bangvang.tmp, and goes
// with the update. An update without result leaves no workspace that was not there before.
//
// Records only save time: a file whose size and time are as recorded is taken to hold what the list says; a folder
// whose time is as recorded is taken to hold the names recorded. Times so young that a second change could carry
// them too are not relied on. Without a record the bytes are compared and the folders read.
//
// # Steps of an exchange, and what a kill leaves after each
//
//  1. Lock; complete a swap that was cut short; remove new/, next.record and draft. (The old portal.)
//  2. Put: bytes that differ go to new/. (The old portal, and new/ for the next update to remove.)
//  3. Look at public: what is foreign, what stands in the way, what is to go. If nothing differs, stop here. Where all
//     that the list names is wanted and stands as recorded, that is known without a look.
//  4. Remove spare.record; make spare/ equal to the new portal by the differences: drop what is not wanted, link what
//     public has (files of others too, with mode, owner and time of their folders), move in what is new, write the
//     list. Where there is no public yet, new/ becomes spare/ as it is. (The old portal; the next update trusts in
//     spare/ only what is the same file as in public.)
//  5. Wait for the disk (Linux: syncfs), so that a power cut can't leave files without their bytes.
//  6. Write next.record, then exchange spare/ and public in one step: renameat2 on Linux, renamex_np on macOS. (The
//     old portal before, the new one after.) Elsewhere, and on file systems that can't: rename public to old/,
//     spare/ to public, old/ to spare/. A kill between the first two leaves no public; the next update
//     completes the swap.
//  7. Let the records follow their trees; bring along what others wrote into the old tree at the last moment.
//     (The new portal.)
//
// The spare tree is made by the first update that changes a portal, with one link per file; from then on an
// update costs looks at all files and changes of those that differ. A process whose working folder is public, or a
// mount of it, stays with the old tree after an exchange: let web servers open it by its path, or publish in place.
//
// # Steps in place
//
// With [Options].InPlace, as watch does it, and where an exchange is impossible (the folder or something in it is a
// mount, the file system has no hard links, a folder of others has an owner we may not give), files are replaced
// one by one, each whole:
//
//  1. to 3. as above.
//  4. If there will be new files: write the list with the old and the new ones. (A kill from here on leaves a
//     mixture of whole files, all of them in the list; the next update heals it.)
//  5. Rename the new files into their places: all that pages need, then pages from the deepest up, then feeds and
//     the sitemap. Where a folder becomes a file or a file a folder, step 6 comes first.
//  6. Remove what is no longer produced, and the folders that are empty then.
//  7. Write the list, then the record.
//
// # Errors
//
// [Describe] says any error in words. [ErrBusy] is another writer's presence; everything else is the machine's.
// Before the exchange every error leaves the old portal; after it the portal is new, and only files of others that
// came at the last moment and could not be brought along are still an error.
package publish
