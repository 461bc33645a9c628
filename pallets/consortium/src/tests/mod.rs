mod grants;
mod invariants;
mod table;
mod upgrades;
