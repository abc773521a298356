// Package explain puts standings into words: how one unit's rank came about, how any rank comes about under
// some rules, who leads. The pages, the data files and the command explain-rank say what is said here, so that
// a result is explained in one way only.
//
// It computes no result. Every figure in a sentence is one of [campaign.Row]; what is added here are differences
// between printed figures, so that a reader who subtracts finds the same.
//
// An [Account] has two halves that say the same. Parts are for machines: signed points that add up to the
// printed total, the rounding and the step to an official figure among them. Sentences are for people, in the
// order in which one would ask: what makes up the total, is it the official figure, what share of the maximum is
// it, which rank, why not the neighbour's, which band, what has changed.
//
// Every function takes the language of its words. Vietnamese figures have a decimal comma, English ones a point.
// Names of units and criteria are data and stay as they are.
package explain
