academyFind.take("9ae9c256c2c7","f-stage",[["idea","Idea",0,"$"],["live","Live",0,"#"]]);
