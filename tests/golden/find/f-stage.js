academyFind.take("5b178d79d1d9","f-stage",[["idea","Idea",0,"$"],["live","Live",0,"#"]]);
