-- The place of a consensus in the list is no part of what it says.
UPDATE `consensus` SET `digest` = substr(`digest`, instr(`digest`, ' ') + 1);

-- A finding knows what it is found by, so that this can be removed by name and needs one index only.
ALTER TABLE `findings` ADD `facets` text DEFAULT '[]' NOT NULL;
UPDATE `findings` SET `facets` = (
	SELECT json_group_array(substr(`kind`, 1, 1) || `value`) FROM `finding_facets`
	WHERE `finding_facets`.`topic_id` = `findings`.`topic_id` AND `finding_facets`.`finding_id` = `findings`.`id`
);
CREATE TABLE `__new_finding_facets` (
	`topic_id` text NOT NULL,
	`finding_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`kind`, `value`, `topic_id`, `finding_id`)
) STRICT;
INSERT INTO `__new_finding_facets` (`topic_id`, `finding_id`, `kind`, `value`)
	SELECT `topic_id`, `finding_id`, `kind`, `value` FROM `finding_facets` ORDER BY `kind`, `value`, `topic_id`, `finding_id`;
DROP TABLE `finding_facets`;
ALTER TABLE `__new_finding_facets` RENAME TO `finding_facets`;

-- One index over all findings for every list that is asked for by tier, verdict or level.
DROP INDEX `findings_score`;
DROP INDEX `findings_tier`;
DROP INDEX `findings_verdict`;
DROP INDEX `findings_level`;
DROP INDEX `findings_topic`;
CREATE INDEX `findings_list` ON `findings` (`verdict`,`level`,"score" desc,`id`);
