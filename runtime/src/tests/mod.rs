//! The composed runtime: what no single pallet can show.

mod admission;
mod bypasses;
mod chain;
mod consensus;
mod life;
mod nested;
mod no_root;
mod reads;
mod scenarios;
mod upgrade;
mod world;
