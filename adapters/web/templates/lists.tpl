{{%AUTOESCAPE context="HTML"}}{{#LIST}}<datalist id="list-{{ID}}">
{{#CODE}}<option value="{{TEXT}}">
{{/CODE}}</datalist>
{{/LIST}}
