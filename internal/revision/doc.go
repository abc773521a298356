// Package revision reads what stands in a git repository: a revision becomes a folder in memory. It is the only
// caller of git, and runs the git executable, so that it reads what every other tool of the office reads.
//
//	repo, err := revision.Open(ctx, site)      // the repository around a site's folder, which may lie below its top
//	base, err := repo.Find("main")             // a branch, a tag, a commit, HEAD~3
//	tree, err := repo.Tree(base)               // an fs.FS of the site's content/ and templates/ at that revision
//	commit, known := repo.Wrote(head, "content/x.md", 12) // who committed a line
//
// Files are read as git keeps them, object by object: no work tree, index or configuration is touched, no filter, hook
// or replacement has a say. What two trees share is read and held once. A revision without the site is an empty tree.
//
// A symlink stays one in the tree, so that whoever reads the tree can refuse it. A submodule below content/ or
// templates/ is refused here: its files stand in another repository.
//
// Errors are [Fault]s, said in words by [Describe]; nothing that git prints is passed on.
package revision
