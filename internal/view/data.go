package view

// Data is what a page says of itself to programs, in the words of https://schema.org. Each of its things is a
// pointer to one of the types below; the page has them as JSON-LD, a block of data that no browser runs.
type Data struct {
	Things []any
}

// Breadcrumbs are the way from the home page to this one.
type Breadcrumbs struct {
	Type string  `json:"@type"` // "BreadcrumbList"
	List []Crumb `json:"itemListElement"`
}

// A Crumb is one step of the way.
type Crumb struct {
	Type     string `json:"@type"` // "ListItem"
	Position int    `json:"position"`
	Name     string `json:"name"`
	Item     string `json:"item"` // whole URL
}

// Agent is who wrote or publishes something.
type Agent struct {
	Type    string `json:"@type"` // "GovernmentOrganization", "Organization", "Person"
	Name    string `json:"name"`
	URL     string `json:"url,omitempty"`
	Logo    string `json:"logo,omitempty"`
	Address string `json:"address,omitempty"`
	Phone   string `json:"telephone,omitempty"`
	Email   string `json:"email,omitempty"`
}

// Portal is the portal itself, on its home page.
type Portal struct {
	Type      string       `json:"@type"` // "WebSite"
	Name      string       `json:"name"`
	URL       string       `json:"url"`
	Lang      string       `json:"inLanguage"`
	Publisher *Agent       `json:"publisher"`
	Search    SearchAction `json:"potentialAction"`
}

// A SearchAction tells how to search the portal.
type SearchAction struct {
	Type   string `json:"@type"`       // "SearchAction"
	Target string `json:"target"`      // whole URL with {words}
	Input  string `json:"query-input"` // "required name=words"
}

// News is an article.
type News struct {
	Type      string   `json:"@type"` // "NewsArticle"
	Headline  string   `json:"headline"`
	Summary   string   `json:"description,omitempty"`
	URL       string   `json:"mainEntityOfPage"`
	Lang      string   `json:"inLanguage"`
	Published string   `json:"datePublished,omitempty"`
	Modified  string   `json:"dateModified,omitempty"`
	Section   string   `json:"articleSection,omitempty"`
	Image     []string `json:"image,omitempty"`
	Author    *Agent   `json:"author,omitempty"`
	Publisher *Agent   `json:"publisher"`
}

// Dataset is a ranking as data.
type Dataset struct {
	Type      string        `json:"@type"` // "Dataset"
	Name      string        `json:"name"`
	Summary   string        `json:"description,omitempty"`
	URL       string        `json:"url"`
	Lang      string        `json:"inLanguage,omitempty"`
	Published string        `json:"datePublished,omitempty"`
	Modified  string        `json:"dateModified,omitempty"`
	Licence   string        `json:"license,omitempty"`
	Free      bool          `json:"isAccessibleForFree,omitempty"`
	Source    string        `json:"citation,omitempty"`
	Measured  []string      `json:"variableMeasured,omitempty"`
	Publisher *Agent        `json:"publisher,omitempty"`
	Files     []DatasetFile `json:"distribution,omitempty"`
}

// A DatasetFile is one form of the data.
type DatasetFile struct {
	Type   string `json:"@type"` // "DataDownload"
	Name   string `json:"name"`
	Format string `json:"encodingFormat"` // "text/csv"
	URL    string `json:"contentUrl"`
}

// Catalogue is all data of the portal.
type Catalogue struct {
	Type      string    `json:"@type"` // "DataCatalog"
	Name      string    `json:"name"`
	URL       string    `json:"url"`
	Licence   string    `json:"license,omitempty"`
	Publisher *Agent    `json:"publisher"`
	Datasets  []Dataset `json:"dataset"`
}
