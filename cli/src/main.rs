#![allow(dead_code)]
mod accounts;
mod amounts;
mod errors;
mod input;
mod keys;
mod moment;
mod output;
mod value;
fn main() {}
