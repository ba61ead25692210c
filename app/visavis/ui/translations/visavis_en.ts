<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DroppedPeople</name>
    <message numerus="yes">
        <source>Who is on %n pictures?</source>
        <translation>
            <numerusform>Who is on %n picture?</numerusform>
            <numerusform>Who is on %n pictures?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n people one?</source>
        <translation>
            <numerusform>Make %n person one?</numerusform>
            <numerusform>Make %n people one?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forget %n people?</source>
        <translation>
            <numerusform>Forget %n person?</numerusform>
            <numerusform>Forget %n people?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete all %n for good?</source>
        <translation>
            <numerusform>Delete it for good?</numerusform>
            <numerusform>Delete all %n for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message numerus="yes">
        <source>Looked at %n times in {seconds}.</source>
        <translation>
            <numerusform>Looked at %n time in {seconds}.</numerusform>
            <numerusform>Looked at %n times in {seconds}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>By themselves, the newest %n said: {name}.</source>
        <translation>
            <numerusform>By itself, the newest said: {name}.</numerusform>
            <numerusform>By themselves, the newest %n said: {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of the newest %n, by themselves: {shares}.</source>
        <translation>
            <numerusform>The newest, by itself: {shares}.</numerusform>
            <numerusform>Of the newest %n, by themselves: {shares}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportsController</name>
    <message numerus="yes">
        <source>Import %n people?</source>
        <translation>
            <numerusform>Import %n person?</numerusform>
            <numerusform>Import %n people?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message numerus="yes">
        <source>%n pictures selected</source>
        <translation>
            <numerusform>%n picture chosen</numerusform>
            <numerusform>%n pictures chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people selected</source>
        <translation>
            <numerusform>%n person chosen</numerusform>
            <numerusform>%n people chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message numerus="yes">
        <source>%n people are not learned yet.</source>
        <translation>
            <numerusform>%n person is not learned yet.</numerusform>
            <numerusform>%n people are not learned yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleController</name>
    <message numerus="yes">
        <source>All %n are back.</source>
        <translation>
            <numerusform>It is back.</numerusform>
            <numerusform>All %n are back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people are part of {to} now.</source>
        <translation>
            <numerusform>%n person is part of {to} now.</numerusform>
            <numerusform>%n people are part of {to} now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures moved from {name} to {to}.</source>
        <translation>
            <numerusform>%n picture moved from {name} to {to}.</numerusform>
            <numerusform>%n pictures moved from {name} to {to}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures count as not {name} from now on.</source>
        <translation>
            <numerusform>%n picture counts as not {name} from now on.</numerusform>
            <numerusform>%n pictures count as not {name} from now on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people are deleted.</source>
        <translation>
            <numerusform>%n person is deleted.</numerusform>
            <numerusform>%n people are deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures of {name} are deleted.</source>
        <translation>
            <numerusform>%n picture of {name} is deleted.</numerusform>
            <numerusform>%n pictures of {name} are deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} and %n more</numerusform>
            <numerusform>{names} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonDetails</name>
    <message numerus="yes">
        <source>%n pictures may show someone else: look at them first.</source>
        <translation>
            <numerusform>%n picture may show someone else: look at it first.</numerusform>
            <numerusform>%n pictures may show someone else: look at them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures more would help: five are noticeably surer than one.</source>
        <translation>
            <numerusform>%n picture more would help: five are noticeably surer than one.</numerusform>
            <numerusform>%n pictures more would help: five are noticeably surer than one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message numerus="yes">
        <source>{percent} % of %n held-out pictures recognized</source>
        <translation>
            <numerusform>{percent} % of %n held-out picture recognized</numerusform>
            <numerusform>{percent} % of %n held-out pictures recognized</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiptDialog</name>
    <message numerus="yes">
        <source>%n people are forgotten</source>
        <translation>
            <numerusform>%n person is forgotten</numerusform>
            <numerusform>%n people are forgotten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message numerus="yes">
        <source>%n faces to ask about</source>
        <translation>
            <numerusform>%n face to ask about</numerusform>
            <numerusform>%n faces to ask about</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trash</name>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
</TS>
