academyFind.take("ea54b3be8f78","f-stage",[["idea","Idea",0,"$"],["live","Live",0,"#"]]);
