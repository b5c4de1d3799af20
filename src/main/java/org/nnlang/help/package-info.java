/**
 * What is to be known of each word of the language: read from the tables of docs/language.md, which the build puts
 * beside these classes, and from examples. Help, completion and whatever else explains words have it from here.
 */
package org.nnlang.help;
