//! How each pallet is set up, a file per subject.

pub mod assets;
pub mod carriers;
pub mod compliance;
pub mod consensus;
pub mod governance;
pub mod monetary;
pub mod reserves;
pub mod safety;
pub mod system;
