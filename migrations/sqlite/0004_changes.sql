CREATE TABLE `changes` (
	`seq` integer PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`action` text NOT NULL,
	`topic_id` text,
	`at` integer NOT NULL,
	`data` text
) STRICT;

ALTER TABLE `claims` ADD `changed_at` integer DEFAULT 0 NOT NULL;
CREATE INDEX `claims_topic_changed` ON `claims` (`topic_id`,"changed_at" desc,`seq`);
CREATE INDEX `claims_changed` ON `claims` ("changed_at" desc,`seq`);
ALTER TABLE `documents` ADD `changed_at` integer DEFAULT 0 NOT NULL;
CREATE INDEX `documents_changed` ON `documents` ("changed_at" desc,`id`);
ALTER TABLE `findings` ADD `changed_at` integer DEFAULT 0 NOT NULL;
CREATE INDEX `findings_changed` ON `findings` ("changed_at" desc,`id`);
ALTER TABLE `topics` ADD `changed_at` integer DEFAULT 0 NOT NULL;
CREATE INDEX `topics_changed` ON `topics` ("changed_at" desc,`id`);

-- What is there already changed when it came.
UPDATE `topics` SET `changed_at` = `updated_at`;
UPDATE `documents` SET `changed_at` = `added_at`;
UPDATE `claims` SET `changed_at` = (SELECT `added_at` FROM `documents` WHERE `documents`.`id` = `claims`.`document_id`);
UPDATE `findings` SET `changed_at` = (SELECT `updated_at` FROM `topics` WHERE `topics`.`id` = `findings`.`topic_id`);

-- The sequence starts with everything that is there, so that whoever follows it from the start has it all.
INSERT INTO `changes` (`seq`, `type`, `entity`, `entity_id`, `action`, `topic_id`, `at`)
SELECT row_number() OVER (ORDER BY `part`, `place`), `type`, `entity`, `id`, 'created', nullif(`topic`, 'unsorted'), `at` FROM (
	SELECT 1 AS `part`, `id` AS `place`, 'topic.created' AS `type`, 'topic' AS `entity`, `id`, `id` AS `topic`, `changed_at` AS `at` FROM `topics` WHERE `id` <> 'unsorted'
	UNION ALL SELECT 2, `id`, 'document.added', 'document', `id`, `topic_id`, `changed_at` FROM `documents`
	UNION ALL SELECT 3, `seq`, 'claim.ingested', 'claim', `id`, `topic_id`, `changed_at` FROM `claims`
	UNION ALL SELECT 4, `groups`.`id`, 'group.updated', 'group', `groups`.`id`, `topic_id`, `topics`.`changed_at` FROM `groups` JOIN `topics` ON `topics`.`id` = `topic_id`
	UNION ALL SELECT 5, `consensus`.`id`, 'consensus.changed', 'consensus', `consensus`.`id`, `topic_id`, `topics`.`changed_at` FROM `consensus` JOIN `topics` ON `topics`.`id` = `topic_id`
	UNION ALL SELECT 6, `id`, CASE WHEN `tier` = 'conflict' AND json_extract(`body`, '$.review.status') <> 'dismissed' THEN 'conflict.opened' ELSE 'finding.updated' END, 'finding', `id`, `topic_id`, `changed_at` FROM `findings`
	UNION ALL SELECT 7, `seq`, 'review.added', 'review', `id`, NULL, `at` FROM `reviews`
);
