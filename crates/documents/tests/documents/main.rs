//! The documents: what stands in them, what does not, and the same bytes for the same content.

mod approval;
mod compile_fail;
mod contents;
mod differs;
mod files;
mod hard;
mod support;
