-- The words of new claims are written behind all rows of their document: a trigger made each claim a savepoint, for
-- which every page it touched was copied aside and the full-text index was written by itself. Removal stays the engine's.
DROP TRIGGER `claims_search_insert`;

-- A facet is nothing but its key: without row numbers it stands once instead of twice.
CREATE TABLE `__new_finding_facets` (
	`topic_id` text NOT NULL,
	`finding_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`kind`, `value`, `topic_id`, `finding_id`)
) STRICT, WITHOUT ROWID;
INSERT INTO `__new_finding_facets` (`topic_id`, `finding_id`, `kind`, `value`)
	SELECT `topic_id`, `finding_id`, `kind`, `value` FROM `finding_facets` ORDER BY `kind`, `value`, `topic_id`, `finding_id`;
DROP TABLE `finding_facets`;
ALTER TABLE `__new_finding_facets` RENAME TO `finding_facets`;
