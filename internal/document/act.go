package document

import (
	"strings"

	"bangvang/internal/viet"
)

// offices are the names of authorities that are mostly written short, as [viet.Slug] has them.
var offices = strings.NewReplacer("uy-ban-nhan-dan", "ubnd", "hoi-dong-nhan-dan", "hdnd")

// IssuedBy tells issuers apart, however their name is spelled: "Ủy ban nhân dân xã A", "Uỷ ban nhân dân xã A" and "UBND xã A"
// are one. It is "" where the act names none.
func (a *Act) IssuedBy() string { return offices.Replace(viet.Slug(a.Issuer)) }
